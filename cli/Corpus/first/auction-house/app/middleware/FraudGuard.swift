import Fledge

struct FraudGuard: Middleware {
    let fraud: FraudService

    func handle(_ request: Request, next: Next) async throws -> Response {
        guard request.method == .post, let bidder = request.headers["X-Bidder"] else { return await next(request) }
        guard try await fraud.isTrusted(bidder) else { throw Problem(.forbidden, "Please call us.") }
        return await next(request)
    }
}
