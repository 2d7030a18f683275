import Fledge

/// A page of links as the dashboard wants it, with where to go next.
@Schema struct LinkPage {
    static let size = 25

    let items: [Link]
    let page: Int
    let pages: Int
    let next: String?

    init(_ all: [Link], number: Int) {
        let pages = max(1, (all.count + Self.size - 1) / Self.size)
        let number = min(max(number, 1), pages)
        self.items = Array(all.dropFirst((number - 1) * Self.size).prefix(Self.size))
        self.page = number
        self.pages = pages
        self.next = number < pages ? "/api/links?page=\(number + 1)" : nil
    }
}
