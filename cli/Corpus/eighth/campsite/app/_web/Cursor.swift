import Fledge

/// Where a page begins, as clients carry it around: `s-12`.
struct Cursor: Sendable {
    let id: Int

    init?(_ text: String) {
        guard text.hasPrefix("s-"), let id = Int(text.dropFirst(2)), id > 0 else { return nil }
        self.id = id
    }

    init(id: Int) {
        self.id = id
    }

    var text: String { "s-\(id)" }
}
