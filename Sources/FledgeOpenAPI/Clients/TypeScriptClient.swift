// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Writes a client in TypeScript: one ES module without dependencies.
///
/// An interface for each group comes first, then the types, then what carries them out: who opens
/// the file reads the API before the machinery.
struct TypeScriptClient {
    let model: ClientModel
    private let wholes: TypeScriptWholes
    private(set) var code = CodeWriter(indent: "  ")

    /// The whole file.
    static func source(of model: ClientModel) -> String {
        var client = TypeScriptClient(model: model)
        client.write()
        return client.code.text
    }

    private init(model: ClientModel) {
        self.model = model
        wholes = TypeScriptWholes(model)
    }

    private mutating func write() {
        header()
        clientInterface()
        for group in model.groups where group.name != nil { groupInterface(group) }
        for declaration in model.types { self.declaration(declaration) }
        code.lines(TypeScriptRuntime.interface)
        let features = model.features
        if features.contains(.events) { code.lines(TypeScriptRuntime.eventInterface) }
        factory()
        code.lines(TypeScriptRuntime.sending(features, checksWholes: wholes.isUsed))
        for helper in TypeScriptRuntime.helpers(features) { code.lines(helper) }
        guard wholes.isUsed else { return }
        code.lines(TypeScriptRuntime.wholes)
        wholes.table(to: &code)
    }

    // MARK: What an editor shows

    private mutating func header() {
        let version = model.version.isEmpty ? "" : " \(model.version)"
        code.line(
            "// A client of \((model.title + version).onOneLine), written by Fledge from its document."
        )
        code.line("// Do not edit it: generate it again (`fledge-openapi client ts`).")
        code.line("//")
        code.line(
            "// Whole numbers are `number`: a RangeError tells of one beyond Number.MAX_SAFE_INTEGER."
        )
        code.line()
    }

    private mutating func clientInterface() {
        comment([model.description ?? "The operations of \(model.title)."])
        code.block("export interface Client {") { code in
            for group in model.groups {
                if let name = group.name {
                    code.comment([group.description].compactMap(\.self))
                    code.line("readonly \(name): \(group.typeName);")
                } else {
                    for operation in group.operations { code.signature(of: operation) }
                }
            }
        }
        code.line()
    }

    private mutating func groupInterface(_ group: ClientGroup) {
        comment([group.description].compactMap(\.self))
        code.block("export interface \(group.typeName) {") { code in
            for (index, operation) in group.operations.enumerated() {
                if index > 0 { code.line() }
                code.signature(of: operation)
            }
        }
        code.line()
    }

    private mutating func comment(_ paragraphs: [String]) { code.comment(paragraphs) }

    private mutating func declaration(_ declaration: ClientDeclaration) {
        code.typeScriptDeclaration(declaration)
        code.line()
    }

    // MARK: What carries it out

    private mutating func factory() {
        code.comment([
            "A client of \(model.title).",
            "One is enough for a program: it keeps no state but its options.",
        ])
        let (model, wholes) = (model, wholes)
        code.block("export function createClient(client: ClientOptions): Client {") { code in
            code.line("const send = sender(client);")
            code.block("return {", "};") { code in
                for group in model.groups {
                    guard let name = group.name else {
                        for operation in group.operations {
                            code.implementation(of: operation, wholes)
                        }
                        continue
                    }
                    code.block("\(name): {", "},") { code in
                        for operation in group.operations {
                            code.implementation(of: operation, wholes)
                        }
                    }
                }
            }
        }
        code.line()
    }
}

extension String {
    /// Without breaks: for a line comment.
    var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension CodeWriter {
    /// A JSDoc comment; nothing when there is nothing to say.
    mutating func comment(_ paragraphs: [String]) {
        let lines = paragraphs.joined(separator: "\n\n")
            .split(separator: "*/", omittingEmptySubsequences: false).joined(
                separator: "*\u{200B}/"
            )
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.isEmpty || lines == [""] { return }
        guard lines.count > 1 else { return line("/** \(lines[0]) */") }
        line("/**")
        for text in lines { line(text.isEmpty ? " *" : " * \(text)") }
        line(" */")
    }
}
