// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A test of the method that waits for its rows: it compiles, passes and claims nothing.
struct TestSkeleton {
    private let move: Move

    init(_ move: Move) { self.move = move }

    /// The file; nil when no test target sees the service.
    func change() -> FileChange? {
        let files = move.code.index.files.filter(\.isTest)
        let fitting = files.filter {
            $0.source.module.dependencies.contains(move.target.module.name)
        }
        guard let module = fitting.map(\.source.module).max(by: { fit($0) < fit($1) }) else {
            return nil
        }
        var name = move.target.name + move.method.capitalizedFirst + "Tests"
        let taken = Set(files.flatMap(\.types).map(\.name))
        while taken.contains(name) { name += "2" }
        return FileChange(
            path: "\(module.path)/\(name).swift", old: nil, new: text(suite: name))
    }

    /// The tests of the service's own module first.
    private func fit(_ module: Module) -> Int {
        module.name == move.target.module.name + "Tests" ? 1 : 0
    }

    private func text(suite: String) -> String {
        let target = move.target
        let modules = Set(move.code.index.files.filter { !$0.isTest }.map(\.source.module.name))
        let others = move.code.file.imports.map(\.name).filter {
            modules.contains($0) && $0 != target.module.name
        }
        let imports = (others + [target.module.name]).map { "@testable import \($0)" }
        return """
            \(foreignImports)import Testing

            \(imports.joined(separator: "\n"))

            /// The rules of `\(target.name).\(move.method)`, a row for each.
            @Suite struct \(suite) {
                /// What is given, and what must come of it.
                struct Row: CustomTestStringConvertible, Sendable {
            \(fields.map { "        var \($0)" }.joined(separator: "\n"))
                }

                /// Nothing is tested until a row stands here, such as
                ///
            \(example)
                static let rows: [Row] = []

                @Test(arguments: rows)
                func `\(move.method) keeps its rules`(_ row: Row) async throws {
            \(check)
                }
            }

            """
    }

    /// What the service imports, when a row names a type that is neither Swift's nor the app's.
    private var foreignImports: String {
        let swift: Set<String> = [
            "Array", "Dictionary", "Set", "Optional", "Any", "Error", "Sendable", "Range",
            "ClosedRange", "Duration", "Result", "Never",
        ]
        let types = (move.inputs.map(\.type) + [move.resultType ?? ""]).flatMap(TypeText.names)
        let isForeign = types.contains { name in
            name.first?.isUppercase == true && !TypeText.isScalar(name) && !swift.contains(name)
                && move.code.index.types[name] == nil
        }
        let text = Imports(move).text
        return isForeign && !text.isEmpty ? text + "\n" : ""
    }

    private var fields: [String] {
        var fields = ["testDescription: String", "service: \(move.target.name)"]
        fields += move.inputs.map { "\($0.name): \($0.type)" }
        if expectsRefusal { fields.append("refusal: \(move.errorName)?") }
        if let result = move.resultType {
            // Where nothing is said of the result, the row fails: it claims nothing by itself.
            let nothing = expectsRefusal ? " = { _ in false }" : ""
            fields.append("holds: @Sendable (\(result)) -> Bool\(nothing)")
        }
        return fields
    }

    /// A row as it could be, in a comment: what must come of it only the author knows.
    private var example: String {
        let samples = Samples(index: move.code.index)
        let kept = move.kept.map { "\($0.name): \(samples.value(of: $0.dependency.type ?? ""))" }
        let service =
            move.target.existing == nil
            ? "\(move.target.name)(\(kept.joined(separator: ", ")))"
            : samples.value(of: move.target.name)
        var arguments = ["testDescription: \"…\"", "service: \(service)"]
        arguments += move.inputs.map { "\($0.name): \(samples.value(of: $0.type))" }
        if move.resultType != nil {
            arguments.append("holds: { $0 … }")
        } else if expectsRefusal {
            let first = move.errors.first
            let values = first?.payload.isEmpty == false ? "(…)" : ""
            arguments.append("refusal: .\(first?.name ?? "…")\(values)")
        }
        let lines = ["Row("] + arguments.map { "    \($0)," }
        var text = lines.map { "    ///     \($0)" }.joined(separator: "\n")
        text.removeLast()
        return text + ")"
    }

    private var expectsRefusal: Bool {
        !move.errors.isEmpty && MoveTexts(move: move).errorIsEquatable
    }

    private var check: String {
        let effects =
            (move.canThrow ? "try " : "") + (move.waits || move.target.isActor ? "await " : "")
        let arguments = move.inputs.map { value in
            let parameter = move.code.function.parameters.first { $0.name == value.name }
            let isClosure = move.code.function.kind == .closure
            let label = isClosure || parameter == nil ? value.name : parameter?.label ?? "_"
            return (label == "_" ? "" : "\(label): ") + "row.\(value.name)"
        }
        let call = "\(effects)row.service.\(move.method)(\(arguments.joined(separator: ", ")))"
        let plain =
            move.resultType == nil
            ? "        \(call)"
            : "        let result = \(call)\n        #expect(row.holds(result))"
        guard expectsRefusal else { return plain }
        return """
                    if let refusal = row.refusal {
                        \(move.waits ? "await " : "")#expect(throws: refusal) { \(call) }
                        return
                    }
            \(plain)
            """
    }
}
