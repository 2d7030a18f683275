import Fledge

/// Version 1 goes away; clients are told with each answer (RFC 8594).
@FolderMiddleware struct Deprecated: SyncMiddleware {
    func before(_ request: inout Request) -> Response? { nil }

    func after(_ request: Request, _ response: inout Response) {
        response.headers["Deprecation"] = "true"
        response.headers["Sunset"] = "Thu, 31 Dec 2026 23:59:59 GMT"
    }
}
