import Fledge
import Foundation

extension HouseError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no house \(id).")
        }
    }
}

@Schema struct DueDate {
    let house: Int
    let due: Date
    let fee: Int
}

func houseRoutes(on app: App, houses: HouseService) {
    app.post("/houses") { request in
        let new = try await request.json(NewHouse.self)
        var wrong: [String] = []
        if new.street.count < 3 || new.street.count > 120 { wrong.append("street") }
        if let phone = new.phone, phone.contains(where: { !$0.isNumber && $0 != "+" && $0 != " " })
        {
            wrong.append("phone")
        }
        guard wrong.isEmpty else {
            throw Problem(.unprocessableContent, "Wrong: \(wrong.joined(separator: ", ")).")
        }
        let house = try await houses.add(new)
        return Created(house, at: "/houses/\(house.id)")
    }

    app.get("/houses/:id") { request in
        let id = try request.parameter("id", as: Int.self)
        return try await houses.find(id)
    }

    app.get("/houses/:id/due") { request in
        let house = try await houses.find(try request.parameter("id", as: Int.self))
        return DueDate(house: house.id, due: house.nextSweep, fee: house.sweepFee)
    }

    app.post("/houses/:id/swept") { request in
        let id = try request.parameter("id", as: Int.self)
        return try await houses.swept(id, at: Date())
    }
}

extension House {
    fileprivate var nextSweep: Date {
        let months: Double =
            switch fuel {
            case .wood: 6
            case .pellets, .oil: 12
            case .gas: 24
            }
        return lastSwept.addingTimeInterval(months * 30.4 * 86_400)
    }

    fileprivate var sweepFee: Int {
        let base = fuel == .wood ? 8_900 : 6_400
        return sealed ? base + base / 4 : base
    }
}
