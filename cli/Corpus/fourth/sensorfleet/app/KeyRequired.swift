import Fledge
import SensorfleetServices

/// Devices and operators show a key.
struct KeyRequired: Middleware {
    let keys: KeyService

    func handle(_ request: Request, next: Next) async throws -> Response {
        guard let key = request.headers["X-Key"], await keys.owner(of: key) != nil else {
            throw Problem(.unauthorized, "Show your key with X-Key.")
        }
        return await next(request)
    }
}
