/// What guests miss on the shelf.
public actor WishService {
    private var wishes: [String: Int] = [:]

    public init() {}

    public func vote(for title: String) -> Request {
        wishes[title, default: 0] += 1
        return Request(title: title, votes: wishes[title] ?? 0)
    }

    public func top(_ count: Int) -> [Request] {
        let sorted = wishes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(count).map { Request(title: $0.key, votes: $0.value) }
    }
}
