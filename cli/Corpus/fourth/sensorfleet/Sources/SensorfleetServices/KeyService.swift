/// Who has which key; a key counts ten thousand times, then somebody has to ask for a new one.
package actor KeyService {
    private let keys: [String: String]
    private var uses: [String: Int] = [:]

    package init(keys: [String: String]) { self.keys = keys }

    package func owner(of key: String) -> String? {
        uses[key, default: 0] += 1
        return uses[key, default: 0] > 10_000 ? nil : keys[key]
    }
}

/// Signs what devices install.
package struct SigningService: Sendable {
    let salt: String

    package init(salt: String) { self.salt = salt }

    package func signature(of version: Int) -> Int {
        "\(salt)-\(version)".utf8.reduce(7) { ($0 &* 31) &+ Int($1) }
    }
}
