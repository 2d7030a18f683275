// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Whether a type can be named where the logic goes.
struct TypeNames {
    private let code: HandlerCode
    private let target: ServiceTarget

    init(_ code: HandlerCode, _ target: ServiceTarget) {
        self.code = code
        self.target = target
    }

    /// - Parameters:
    ///   - type: As it is written or as the compiler says it.
    ///   - what: The value, for the message.
    ///   - isKept: Whether the service keeps it, rather than being given it.
    /// - Returns: The type.
    /// - Throws: ``Refusal`` when it is unknown, of the web, private or of a module that the service
    ///   does not see.
    func check(_ type: String?, _ what: String, isKept: Bool = false) throws(Refusal) -> String {
        guard let type, !type.isEmpty else {
            throw Refusal(
                "unknown-type", "The type of '\(what)' is not known.", at: code.place,
                remedy: "Write it: let \(what): … = …")
        }
        let strange = ["some ", "<<", "@lvalue", "_ "].first { type.contains($0) }
        guard strange == nil, !type.hasPrefix("inout ") else {
            throw Refusal(
                "unnameable-type",
                "'\(what)' is of the type '\(type)', which has no name elsewhere.",
                at: code.place, remedy: "Make it a value that has one, before.")
        }
        for name in TypeText.names(type) where name.first?.isUppercase == true {
            try check(name, of: what, type)
        }
        return type
    }

    private func check(_ name: String, of what: String, _ type: String) throws(Refusal) {
        if HandlerCode.holdsWeb(name, code.index) {
            throw Refusal(
                "web-value", "'\(what)' is a \(type), which is of the web.", at: code.place,
                remedy: "Take what the rule needs out of it before, in a variable of its own.")
        }
        guard let unit = code.index.declaration(of: name) else { return }
        let file = code.index.files[unit.file]
        if unit.isPrivate {
            throw Refusal(
                "private-type", "'\(what)' is a \(name), which is private to its file.",
                at: unit.node,
                in: file, remedy: "Take 'private' away, or move \(name) to the service.")
        }
        if unit.qualifiedName != unit.name, !type.contains(unit.qualifiedName) {
            throw Refusal(
                "nested-type",
                "'\(what)' is a \(unit.qualifiedName), which is part of another type.",
                at: unit.node, in: file, remedy: "Move \(name) out of it.")
        }
        let module = file.source.module
        if module != target.module, !target.module.dependencies.contains(module.name) {
            throw Refusal(
                "foreign-type",
                "'\(what)' is a \(name) of \(module.name), which \(target.module.name) does not see.",
                at: unit.node, in: file, remedy: "Move \(name) to \(target.module.name) first.")
        }
    }
}
