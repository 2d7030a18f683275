// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Leaves its name and the order of its call on the answer, so that the middleware around a route,
/// and how it nests, is a part of what is compared.
struct Stamp: SyncMiddleware {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    func before(_ request: inout Request) -> Response? {
        request[StampCount.self] = (request[StampCount.self] ?? 0) + 1
        return nil
    }

    func after(_ request: Request, _ response: inout Response) {
        response.headers.append("\(request[StampCount.self] ?? 0) \(name)", for: .via)
    }
}

/// The same with a wait, which makes the chain of its routes asynchronous.
struct WaitingStamp: Middleware {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    func handle(_ request: Request, next: Next) async -> Response {
        var request = request
        let count = (request[StampCount.self] ?? 0) + 1
        request[StampCount.self] = count
        await Task.yield()
        var response = await next(request)
        response.headers.append("\(count) \(name)", for: .via)
        return response
    }
}

/// How many stamps are around the one that looks.
enum StampCount: RequestKey {
    typealias Value = Int
}

/// Lets nobody through who does not say the word.
struct Password: SyncMiddleware {
    func before(_ request: inout Request) throws -> Response? {
        guard request.headers["X-Password"] == "sesame" else {
            throw Problem(.forbidden, "Say the password in 'X-Password'.")
        }
        return nil
    }
}
