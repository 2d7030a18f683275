// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Looks into types that are known only at run time.
package enum TypeShape {
    /// `T` of `T?`; `nil` for other types.
    package static func wrapped(by type: any Any.Type) -> (any Any.Type)? {
        (type as? any OptionalShape.Type)?.wrapped
    }

    /// `T` of `[T]`; `nil` for other types.
    package static func element(of type: any Any.Type) -> (any Any.Type)? {
        (type as? any ArrayShape.Type)?.element
    }

    /// The name that people know the type by: `Page<Order>`, without modules.
    package static func name(of type: any Any.Type) -> String { "\(type)" }
}

private protocol OptionalShape {
    static var wrapped: any Any.Type { get }
}

extension Optional: OptionalShape {
    static var wrapped: any Any.Type { Wrapped.self }
}

private protocol ArrayShape {
    static var element: any Any.Type { get }
}

extension Array: ArrayShape {
    static var element: any Any.Type { Element.self }
}
