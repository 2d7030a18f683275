import Fledge

/// Lets in who knows the secret of the scheduler.
struct CronOnly: SyncMiddleware {
    let secret: Secret

    func before(_ request: inout Request) throws -> Response? {
        guard let field = request.headers[.authorization], field.hasPrefix("Bearer "),
            Secret(String(field.dropFirst(7))) == secret
        else { throw Problem(.unauthorized, "This is for the scheduler.") }
        return nil
    }
}
