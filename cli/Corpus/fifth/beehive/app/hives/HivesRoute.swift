import Fledge
import Foundation

@Route struct HivesRoute {
    let hives: HiveService

    func GET(page: Int = 1, limit: Int = 20) async throws -> Response {
        let hives = try await hives.list()
        let number = max(page, 1)
        let size = min(max(limit, 1), 100)
        let first = (number - 1) * size
        let slice = Array(hives.dropFirst(first).prefix(size))
        var links: [String] = []
        if number > 1 { links.append("</hives?page=\(number - 1)&limit=\(size)>; rel=\"prev\"") }
        if first + slice.count < hives.count {
            links.append("</hives?page=\(number + 1)&limit=\(size)>; rel=\"next\"")
        }
        return Response.json(slice)
            .header("X-Total-Count", String(hives.count))
            .header("Link", links.joined(separator: ", "))
    }

    func POST(body: NewHive) async throws -> Created<Hive> {
        let name = body.name.trimmingCharacters(in: .whitespaces)
        guard !name.isEmpty, name.count <= 40 else {
            throw Problem(.unprocessableContent, "A name has 1 to 40 characters.", code: "name")
        }
        let hive = try await hives.add(body)
        return Created(hive, at: "/hives/\(hive.id)")
    }
}
