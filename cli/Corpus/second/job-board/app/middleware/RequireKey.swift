import Fledge

/// The keys of agencies, `key:name` with commas between.
struct ApiKeys: Sendable {
    private let names: [String: String]

    init(_ text: String) {
        let pairs = text.split(separator: ",").map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        names = Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    func name(of key: String) -> String? { names[key] }
}

struct Agency: RequestKey {
    typealias Value = String
}

struct RequireKey: SyncMiddleware {
    let keys: ApiKeys

    func before(_ request: inout Fledge.Request) throws -> Response? {
        guard let key = request.headers["X-Api-Key"] else {
            throw Problem(.unauthorized, "X-Api-Key is missing.", headers: [.wwwAuthenticate: "X-Api-Key"])
        }
        guard let name = keys.name(of: key) else { throw Problem(.forbidden, "This key was withdrawn.") }
        request[Agency.self] = name
        return nil
    }
}
