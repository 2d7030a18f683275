// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The code that reads, checks, writes and describes the members of one object.
///
/// A struct is one object; so is each case of an enum with labelled values.
struct SchemaObjectCode {
    let fields: [ConditionalMembers<SchemaField>]
    let refusesUnknownKeys: Bool
    /// The member that tells the cases apart, which is read before.
    var discriminator: String?
    /// Where the members are read into.
    private let slots: Slots

    /// Where the members are read into.
    enum Slots {
        /// Properties of a value that was made before.
        case properties(of: String)
        /// Numbered variables, which are declared first: a label may be a word that no variable can be.
        case variables
    }

    init(
        _ fields: [ConditionalMembers<SchemaField>], _ target: SchemaTarget, slots: Slots,
        discriminator: String? = nil
    ) {
        self.fields = fields
        self.slots = slots
        self.discriminator = discriminator
        refusesUnknownKeys = target.attribute.refusesUnknownKeys
    }

    private func slot(_ field: SchemaField, _ index: Int) -> String {
        if case .properties(let owner) = slots { "\(owner).\(field.name)" } else { "value\(index)" }
    }

    /// Whether there is a member to be read.
    var readsAny: Bool { fields.flatMap(\.contents).contains { !$0.isConstant } }

    /// How many members there are, over all branches of `#if`.
    private var count: Int { fields.flatMap(\.contents).count }

    /// How many words hold a bit for each member that is read, and for the discriminator.
    private var words: Int {
        guard discriminator != nil || readsAny || knowsConstants else { return 0 }
        return (count + (discriminator == nil ? 0 : 1) + 63) / 64
    }

    /// Each field that is read, with its number.
    private func eachRead(
        in code: inout Code, _ write: @escaping (inout Code, SchemaField, Int) -> Void
    ) {
        each(in: &code) { code, field, index in
            if !field.isConstant { write(&code, field, index) }
        }
    }

    private func each(
        in code: inout Code, _ write: @escaping (inout Code, SchemaField, Int) -> Void
    ) {
        // Counted over all branches, so that a number means one member whatever is compiled.
        var index = 0
        code.conditional(fields) { code, field in
            defer { index += 1 }
            write(&code, field, index)
        }
    }

    /// Whether constants have to be known: they come back with what a client was answered.
    private var knowsConstants: Bool {
        refusesUnknownKeys && fields.flatMap(\.contents).contains { $0.isConstant }
    }

    // MARK: - Rules

    var hasRules: Bool { fields.flatMap(\.contents).contains { !$0.rules.isEmpty } }

    /// Writes each rule once, so that it is compiled once and a mistake in it is told once.
    func rules(to code: inout Code) {
        code.conditional(fields) { code, field in
            for (index, rule) in field.rules.enumerated() {
                let type = "FledgeSchema.RuleOf<\(field.type)>"
                code.at(rule.place) {
                    $0.line("static var \(ruleName(field, index)): \(type) { \(rule.text) }")
                }
            }
        }
    }

    private func ruleName(_ field: SchemaField, _ index: Int) -> String {
        "\(field.plainName)\(index)"
    }

    private func rule(_ field: SchemaField, _ index: Int) -> String {
        "SchemaRules.\(ruleName(field, index))"
    }

    // MARK: - Reading

    /// Declares the slots: `nil` until the member was read, and when it does not fit.
    func declare(to code: inout Code) {
        eachRead(in: &code) { code, field, index in
            let name = if case .properties = slots { field.name } else { slot(field, index) }
            code.line("var \(name): (\(field.type))?")
        }
    }

    /// Reads all members into their slots.
    func read(to code: inout Code) {
        code.line("let mark = reader.violationCount")
        for word in 0..<words { code.line("var \(SeenBits.word(word)): UInt64 = 0") }
        if case .variables = slots { declare(to: &code) }
        code.line("try reader.beginObject()")
        code.line("while let key = try reader.nextKey() {")
        code.indented { code in
            eachRead(in: &code) { readMember($1, $2, &$0) }
            if knowsConstants { passConstants(to: &code) }
            readOthers(to: &code)
        }
        code.line("}")
        eachRead(in: &code) { readAbsent($1, $2, &$0) }
        code.line("guard reader.violationCount == mark else { throw .invalid }")
    }

    private func readMember(_ field: SchemaField, _ index: Int, _ code: inout Code) {
        let (seen, bit) = SeenBits.bit(index)
        code.line("if try reader.takes(key, \(field.key.literal), \(bit), of: &\(seen)) {")
        code.indented { code in
            code.at(field.place) {
                $0.line(
                    "\(slot(field, index)) = try reader.member(\(field.key.literal))"
                )
            }
            if !field.rules.isEmpty { checkRules(of: field, index, &code) }
            code.line("continue")
        }
        code.line("}")
    }

    private func checkRules(of field: SchemaField, _ index: Int, _ code: inout Code) {
        code.line("if let value = \(slot(field, index)) {")
        code.indented { code in
            for rule in field.rules.indices {
                code.line(
                    "reader.check(\(field.key.literal), value, \(self.rule(field, rule)))"
                )
            }
        }
        code.line("}")
    }

    private func passConstants(to code: inout Code) {
        each(in: &code) { code, field, index in
            guard field.isConstant else { return }
            let (seen, bit) = SeenBits.bit(index)
            code.line("if try reader.takes(key, \(field.key.literal), \(bit), of: &\(seen)) {")
            code.indented { code in
                code.line("try reader.skipValue()")
                code.line("continue")
            }
            code.line("}")
        }
    }

    private func readOthers(to code: inout Code) {
        if let discriminator {
            // It was read before, and only has to be here once.
            let (seen, bit) = SeenBits.bit(count)
            code.line(
                "if try reader.takes(key, \(discriminator.literal), \(bit), of: &\(seen)) {")
            code.indented { code in
                code.line("try reader.skipValue()")
                code.line("continue")
            }
            code.line("}")
        }
        code.line("try reader.\(refusesUnknownKeys ? "refuse" : "skip")Member(key)")
    }

    private func readAbsent(_ field: SchemaField, _ index: Int, _ code: inout Code) {
        let (seen, bit) = SeenBits.bit(index)
        if let value = field.defaultValue {
            // Wrapped, since a bare `nil` would be no value instead of the value `nil`.
            code.line("if \(seen) & \(bit) == 0 { \(slot(field, index)) = .some(\(value)) }")
        } else if !field.hasDefault {
            let value = "reader.absent(\(field.key.literal))"
            code.line("if \(seen) & \(bit) == 0 { \(slot(field, index)) = \(value) }")
        }
    }

    /// Assigns what was read to the properties.
    func assign(to code: inout Code) {
        eachRead(in: &code) { code, field, index in
            if field.hasDefault {
                code.line("if let value = \(slot(field, index)) { self.\(field.name) = value }")
            } else {
                code.line("self.\(field.name) = try \(valid(field, index))")
            }
        }
    }

    /// The value of a member that was read.
    func valid(_ field: SchemaField, _ index: Int) -> String {
        "reader.valid(\(slot(field, index)))"
    }

    // MARK: - Describing

    /// Adds the members to `object`.
    func describe(to code: inout Code) {
        code.conditional(fields) { code, field in
            let text = field.summary.map { ", description: \($0.literal)" } ?? ""
            let arguments = field.isConstant ? constant(field) + text : member(field, text)
            code.line(
                "object.add(\(field.key.literal), (\(field.type)).self\(arguments), in: &registry)")
        }
    }

    private func member(_ field: SchemaField, _ description: String) -> String {
        let rules = field.rules.indices.map { ", \(rule(field, $0))" }.joined()
        let example = field.example.map { ", example: \($0)" } ?? ""
        guard field.hasDefault else { return rules + description + example }
        let fixed = field.fixedDefault.map { ", default: \($0)" } ?? ""
        return rules + description + example + ", hasDefault: true" + fixed
    }

    private func constant(_ field: SchemaField) -> String {
        ", constant: \(field.fixedDefault ?? "nil")"
    }
}

/// The variables that tell which members were seen, a bit for each.
private enum SeenBits {
    static func word(_ word: Int) -> String { word == 0 ? "seen" : "seen\(word)" }

    /// The variable and the bit of member `index`.
    static func bit(_ index: Int) -> (name: String, bit: String) {
        (word(index / 64), "0x" + String(UInt64(1) << UInt64(index % 64), radix: 16))
    }
}
