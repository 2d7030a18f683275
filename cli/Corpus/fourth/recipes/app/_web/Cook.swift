import Fledge

/// Who is signed in, and for how many days we have known them.
struct Cook: RequestBindable {
    let id: Int
    let days: Int

    static func bind(from request: Request, name: String) throws -> Cook {
        let parts = (request.cookies["cook"] ?? "").split(separator: ".").compactMap { Int($0) }
        guard parts.count == 2 else { throw Problem(.unauthorized, "Sign in first.") }
        return Cook(id: parts[0], days: parts[1])
    }
}
