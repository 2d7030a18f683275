import Fledge

/// Who asks, by the proxy's word.
struct Client: RequestBindable, Equatable {
    let name: String

    static func bind(from request: Request, name: String) throws -> Client {
        guard let value = request.headers["X-Client"], !value.isEmpty else {
            throw Problem(.unauthorized, "The proxy has not said who you are.")
        }
        return Client(name: value)
    }
}
