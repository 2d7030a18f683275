import CampsiteServices
import Fledge

@Schema struct StayPage: Sendable {
    var items: [Stay]
    var next: String?
}

@Route struct StaysRoute {
    let stays: StayService

    /// Stays, a page at a time.
    func GET(cursor: String?, limit: Int = 20) async throws -> StayPage {
        var start = 0
        if let cursor {
            guard let parsed = Cursor(cursor) else {
                throw Problem(.badRequest, "The cursor is none of ours.", code: "cursor")
            }
            start = parsed.id
        }
        let size = min(max(limit, 1), 100)
        let items = try await stays.list(after: start, limit: size)
        let next = items.count == size ? items.last.map { Cursor(id: $0.id).text } : nil
        return StayPage(items: items, next: next)
    }

    /// Books a pitch.
    func POST(body: NewStay) async throws -> Created<Stay> {
        let stay = try await stays.book(body)
        return Created(stay, at: "/stays/\(stay.id)")
    }
}
