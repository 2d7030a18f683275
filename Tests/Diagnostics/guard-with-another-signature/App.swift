import Fledge

struct RequireKey: SyncMiddleware {
    func before(_ request: Request) throws -> Response? {
        guard request.headers["X-Key"] == "secret" else { throw Problem(.forbidden, "No key.") }
        return nil
    }
}
