import Fledge
import Foundation

func officeRoutes(on router: Router, houses: HouseService, notices: NoticeService) {
    router.get("/archive") { request in
        let all = try await houses.all()
        let number = max(1, Int(request.query["page"] ?? "") ?? 1)
        let count = min(100, max(1, Int(request.query["size"] ?? "") ?? 20))
        let first = min(all.count, (number - 1) * count)
        let part = Array(all[first..<min(all.count, first + count)])
        var answer = Response.json(part)
        if first + count < all.count {
            answer = answer.header(
                "Link", "<\(request.path)?page=\(number + 1)&size=\(count)>; rel=\"next\"")
        }
        return answer.header("X-Total-Count", "\(all.count)")
    }

    router.get("/arrears") { _ in
        var arrears: [String: Int] = [:]
        for house in try await houses.all() {
            let days = Int(Date().timeIntervalSince(house.lastSwept) / 86_400) - 365
            guard days > 30 else { continue }
            var fine = 50
            for _ in 0..<(days / 90) { fine = min(fine * 2, 400) }
            arrears[house.street, default: 0] += fine
        }
        return arrears
    }

    router.post("/houses/:id/notice") { request in
        let house = try await houses.find(try request.parameter("id", as: Int.self))
        try await notices.announce(house, for: request)
        return Response(.accepted)
    }
}
