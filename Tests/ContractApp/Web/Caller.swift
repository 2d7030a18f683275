// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Who asks, from a header field; a 401 without it.
struct Caller: OptionalRequestBindable, Sendable {
    var name: String

    static func bind(from request: Request, name: String) throws -> Caller {
        guard let caller = try bindIfPresent(from: request, name: name) else {
            throw Problem(
                .unauthorized, "Say who you are in 'X-Caller'.",
                headers: [.wwwAuthenticate: "X-Caller"])
        }
        return caller
    }

    static func bindIfPresent(from request: Request, name: String) throws -> Caller? {
        request.headers["X-Caller"].map { Caller(name: $0) }
    }
}

/// Who asks, looked up with a wait; a 403 for those who are not known.
struct Member: AsyncRequestBindable, Sendable {
    var name: String

    static func bind(from request: Request, name: String) async throws -> Member {
        await Task.yield()
        guard let caller = request.headers["X-Caller"], caller != "stranger" else {
            throw Problem(.forbidden, "Only members may see this.")
        }
        return Member(name: caller)
    }
}
