// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The services of an app that has none.
///
/// The generated `FileRoutes.mount(on:services:)` has it as its default, so that the smallest app
/// needs no `Services`.
public struct NoServices: Sendable {
    /// Nothing.
    public init() {}
}

/// Stands in for the `Services` of an app that has none, to say so.
///
/// The app's own `Services`, or one it imports, takes precedence over this one. It has every member
/// one asks for, so that the compiler complains once and not once more for each property.
@available(
    *, unavailable,
    message:
        "This app has no Services yet. Declare 'struct Services: Sendable { let users: UserService }' in app/Services.swift, with a property for each one that routes use; or import the module that declares it."
)
@dynamicMemberLookup
public enum Services: Sendable {
    /// Never called: there is no value of this type.
    public subscript<Value>(dynamicMember name: String) -> Value {
        switch self {}
    }
}
