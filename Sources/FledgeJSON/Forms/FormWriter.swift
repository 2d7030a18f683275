// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes a form as the JSON that its type reads.
struct FormWriter {
    private let tree: FormTree
    /// What has no place in JSON: values given twice, or that are no text.
    private(set) var violations: Violations

    init(_ tree: FormTree, limit: Int) {
        self.tree = tree
        violations = Violations(limit: limit)
    }

    mutating func write() -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        object(tree.nodes[0], "", &writer)
        return writer.bytes
    }

    private mutating func object(
        _ node: FormTree.Node, _ pointer: String, _ writer: inout JSONWriter
    ) {
        writer.beginObject()
        for (name, child) in node.members {
            let isRequired = isRequired(name, in: node)
            let inner = pointer + JSONPointer.token(name)
            guard let value = content(of: tree.nodes[child], isRequired, inner) else { continue }
            writer.key(named: name)
            write(value, inner, &writer)
        }
        // A form has no way to say that a list is empty but to leave it out.
        for name in missingLists(of: node) {
            writer.key(named: name)
            writer.raw("[]")
        }
        writer.endObject()
    }

    private func isRequired(_ name: String, in node: FormTree.Node) -> Bool {
        guard case .object(let members) = tree.shape[node.shape] else { return true }
        return members.required.contains(name)
    }

    private func missingLists(of node: FormTree.Node) -> [String] {
        guard case .object(let members) = tree.shape[node.shape] else { return [] }
        let given = Set(node.members.map(\.name))
        return members.required.subtracting(given).sorted().filter { name in
            guard let child = members.known[name], case .list = tree.shape[child] else {
                return false
            }
            return true
        }
    }

    /// What is written for a node.
    private enum Content {
        case object(FormTree.Node)
        case list(FormTree.Node)
        case value(FormField.Value, FormShape.Kind)
        case texts([FormField.Value])
    }

    /// `nil` when it counts as missing, or cannot be written, which is recorded.
    private mutating func content(
        of node: FormTree.Node, _ isRequired: Bool, _ pointer: String
    ) -> Content? {
        let kind = tree.shape[node.shape]
        if case .list = kind { return .list(node) }
        guard node.members.isEmpty else { return .object(node) }
        let values = node.values.filter { !kind.isMissing($0, isRequired: isRequired) }
        if values.contains(.malformed) {
            violations.add(
                Violation(
                    pointer: pointer, code: "encoding",
                    message: "must be text in UTF-8, with percent escapes that are complete"))
            return nil
        }
        if values.count > 1, kind != .any {
            violations.add(
                Violation(
                    pointer: pointer, code: "repeated",
                    message: "was given \(values.count) times; it takes one value"))
            return nil
        }
        guard let value = values.first else { return nil }
        return values.count > 1 ? .texts(values) : .value(value, kind)
    }

    private mutating func write(
        _ content: Content, _ pointer: String, _ writer: inout JSONWriter
    ) {
        switch content {
        case .object(let node): object(node, pointer, &writer)
        case .list(let node): list(node, pointer, &writer)
        case .value(let value, let kind): kind.write(value, to: &writer)
        case .texts(let values):
            writer.beginArray()
            for value in values {
                writer.comma()
                FormShape.Kind.any.write(value, to: &writer)
            }
            writer.endArray()
        }
    }

    private mutating func list(
        _ node: FormTree.Node, _ pointer: String, _ writer: inout JSONWriter
    ) {
        let numbered = node.numbered.sorted { $0.key < $1.key }.map(\.value)
        var index = 0
        writer.beginArray()
        for child in numbered + node.added {
            let inner = "\(pointer)/\(index)"
            guard let value = content(of: tree.nodes[child], false, inner) else { continue }
            // A part that is JSON may be the whole list.
            for each in elements(of: value) {
                writer.comma()
                write(each, inner, &writer)
                index += 1
            }
        }
        writer.endArray()
    }

    private func elements(of content: Content) -> [Content] {
        guard case .value(.json(.array(let elements)), let kind) = content else { return [content] }
        if case .list = kind { return [content] }
        return elements.map { .value(.json($0), kind) }
    }
}

extension FormShape.Kind {
    /// Whether a value is what a form sends for a field that was left empty.
    fileprivate func isMissing(_ value: FormField.Value, isRequired: Bool) -> Bool {
        guard value == .text("") || (value == .flag && self != .boolean) else { return false }
        guard case .text(isPlain: true, let minimumLength) = self else { return self != .any }
        // A required text says how long it must be; an optional one can be left empty.
        return !isRequired && minimumLength > 0
    }

    /// Writes a text as what the schema has, if it is that.
    fileprivate func write(_ value: FormField.Value, to writer: inout JSONWriter) {
        switch (value, self) {
        case (.json(let json), _): json.write(to: &writer)
        case (.file(let number), _): writer.integer(number)
        case (.flag, .boolean): writer.bool(true)
        case (.flag, _), (.malformed, _): writer.string("")
        case (.text(let text), .whole) where FormNumber.isWhole(text):
            writer.ascii(FormNumber.json(text))
        case (.text(let text), .number) where FormNumber.isNumber(text):
            writer.ascii(FormNumber.json(text))
        case (.text(let text), .boolean):
            switch text {
            case "true", "1", "on", "yes": writer.bool(true)
            case "false", "0", "off", "no": writer.bool(false)
            default: writer.string(text)
            }
        case (.text(let text), .moment): writer.string(RFC3339.midnight(of: text) ?? text)
        case (.text(let text), _): writer.string(text)
        }
    }
}

/// Numbers as people type them: decimal, without a `+`; zeros in front do no harm.
private enum FormNumber {
    static func isWhole(_ text: String) -> Bool {
        var rest = text.utf8[...]
        skip(&rest, "-")
        return skipDigits(&rest) && rest.isEmpty
    }

    static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        skip(&rest, "-")
        guard skipDigits(&rest) else { return false }
        if skip(&rest, "."), !skipDigits(&rest) { return false }
        if skip(&rest, "e") || skip(&rest, "E") {
            if !skip(&rest, "-") { skip(&rest, "+") }
            guard skipDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    /// The same without zeros in front, which JSON does not have.
    static func json(_ text: String) -> String {
        var digits = text.utf8[...]
        let isNegative = skip(&digits, "-")
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        guard zeros > 0 else { return text }
        digits.removeFirst(zeros)
        let isDigit = digits.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
        return (isNegative ? "-" : "") + (isDigit ? "" : "0") + String(Substring(digits))
    }

    @discardableResult
    private static func skip(_ rest: inout Substring.UTF8View, _ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest.removeFirst()
        return true
    }

    private static func skipDigits(_ rest: inout Substring.UTF8View) -> Bool {
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        rest.removeFirst(digits.count)
        return !digits.isEmpty
    }
}

extension JSONWriter {
    /// What was written so far.
    fileprivate var bytes: [UInt8] { Array(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
}
