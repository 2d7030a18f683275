// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// `init(services:)`, which the generated `FileRoutes` calls.
struct Initializer {
    /// What it fills; `nil` when one of them was refused.
    let properties: [ConditionalMembers<StoredProperty>]?

    func write(_ access: Access, to code: inout Code) {
        guard let properties else {
            // It is there for those who call it, and never runs: the build fails.
            return code.line("\(access.prefix)init(services: some Any) { fatalError() }")
        }
        guard let first = properties.lazy.flatMap(\.contents).first else {
            // Any services will do, also in an app that has none.
            return code.line("\(access.prefix)init(services: some Any) {}")
        }
        // The first property stands for the mistake that there are no `Services` at all.
        code.at(first.place) { $0.line("\(access.prefix)init(services: Services) {") }
        code.indented { code in
            code.conditional(properties) { code, property in
                code.at(property.place) {
                    $0.line("self.\(property.name) = services.\(property.name)")
                }
            }
        }
        code.line("}")
    }
}
