// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP

/// Reads the parameters of one handler from one request.
///
/// The code that `@Route` and `@Controller` write uses it; by hand, take what you need from the
/// `Request`. For `func list(tenant: Tenant, page: Int = 1, body: Filter)` they write:
///
///     let tenant = input.read("tenant", Tenant.self)
///     let page = input.read("page", Int.self, default: 1)
///     try await input.check()
///     let body = try await input.body(Filter.self)
///     return try await controller.list(tenant: tenant.value, page: page.value, body: body)
///
/// `read` never throws and never waits. It notes what is wrong, and `check` throws the failure that
/// comes first in the order path, bindable, query, whatever the order of the parameters. All query
/// parameters that are wrong are reported together. Handlers that are not `async` have the same
/// lines without `await`, and say `immediate` for `value`.
public struct HandlerInput {
    /// The request that is read.
    public let request: Request
    var failures = Failures()
    /// Bindables that have to wait; `check` lets them.
    var pending: [any PendingRead] = []

    package init(_ request: Request) {
        self.request = request
    }

    /// Throws what is wrong with the path (404), with the bindables (what they threw), or with the
    /// query (400), the first of these.
    ///
    /// - Throws: ``Problem``, or what a bindable threw.
    public func check() throws {
        if failures.path { throw AutomaticAnswer.notFound(request) }
        if let error = failures.bindable { throw error }
        guard !failures.query.isEmpty else { return }
        throw Problem(
            .badRequest,
            failures.query.map(\.message).joined(separator: " "),
            code: "invalid_query",
            violations: failures.query
        )
    }

    /// Waits for the bindables that have to, then throws as the synchronous form does.
    ///
    /// They wait one after the other, in the order of the parameters, and not at all when the path
    /// or a bindable before them is wrong already.
    ///
    /// - Throws: ``Problem``, or what a bindable threw.
    public mutating func check() async throws {
        if !pending.isEmpty, !failures.path, failures.bindable == nil { await readPending() }
        // The synchronous form, which this one would otherwise hide.
        let checked: () throws -> Void = check
        try checked()
    }

    private mutating func readPending() async {
        for read in pending {
            do {
                try await read.run(request)
            } catch {
                failures.bindable = error
                return
            }
        }
    }

    /// What `read` found wrong, by its rank.
    struct Failures {
        var path = false
        var bindable: (any Error)?
        var query: [Problem.Violation] = []
    }
}

/// A parameter that was read, or the note that it could not be.
public struct Bound<Value> {
    let content: Value?

    /// The value.
    ///
    /// - Throws: Only when ``HandlerInput/check()`` was not called before: it throws for every
    ///   parameter that has no value.
    public var value: Value {
        get throws {
            guard let content else {
                throw Problem(.internalServerError, "A parameter was used before it was checked.")
            }
            return content
        }
    }

    /// The value, in a handler that does not wait.
    ///
    /// - Throws: As ``value``.
    public var immediate: Value {
        get throws { try value }
    }
}
