/// Who has which key.
struct Sessions: Sendable {
    private let users: [Substring: Substring]

    init(keys: String) {
        let pairs = keys.split(separator: ",").map { $0.split(separator: ":") }.filter { $0.count == 2 }
        users = Dictionary(pairs.map { ($0[1], $0[0]) }) { first, _ in first }
    }

    func user(of key: String) -> String? { users[key[...]].map(String.init) }
}
