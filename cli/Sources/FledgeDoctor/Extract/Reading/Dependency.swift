// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Something that outlives a request and that the logic needs: a service, a store, a clock.
struct Dependency: Hashable {
    /// As the handler reaches it: `["slots"]`, or `["services", "inventory"]`.
    var path: [String]
    /// `nil` until the compiler has been asked.
    var type: String?

    /// What it is called at its end.
    var name: String { path.last ?? "" }
    var text: String { path.joined(separator: ".") }
}

/// What a name in a handler stands for.
enum NameMeaning {
    /// Declared in the handler itself.
    case local
    case parameter(ParameterUnit)
    case dependency(Dependency)
    /// What cannot be taken along, with the reason and what to do.
    case stuck(reason: String, remedy: String)
    /// A function or variable that every file sees.
    case free
}
