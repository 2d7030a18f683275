// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// A parameter that has to wait for its value: an ``AsyncRequestBindable``.
///
/// A class, so that `HandlerInput.check` can fill in the value after `read` returned.
public final class PendingBound<Value: AsyncRequestBindable & SendableMetatype> {
    private let name: String
    private var content: Value?

    init(name: String) {
        self.name = name
    }

    /// The value.
    ///
    /// - Throws: Only when ``HandlerInput/check()`` was not called before.
    public var value: Value {
        get throws {
            guard let content else {
                throw Problem(.internalServerError, "A parameter was used before it was checked.")
            }
            return content
        }
    }

    /// The compiler's message for a handler that cannot wait.
    @available(
        *, unavailable,
        message:
            "This parameter waits for its value (AsyncRequestBindable), so the handler must be 'async'."
    )
    public var immediate: Value {
        get throws { try value }
    }
}

/// The part of ``PendingBound`` that does not depend on its type.
protocol PendingRead {
    func run(_ request: Request) async throws
}

extension PendingBound: PendingRead {
    func run(_ request: Request) async throws {
        content = try await Value.bind(from: request, name: name)
    }
}
