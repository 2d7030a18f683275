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
    private let names: LocalNames

    /// Where the members are read into.
    enum Slots {
        /// Properties of a value that was made before.
        case properties(of: String)
        /// Variables with the names of the members, which are declared first.
        case variables(LocalNames)
    }

    init(
        _ fields: [ConditionalMembers<SchemaField>], _ target: SchemaTarget, slots: Slots,
        discriminator: String? = nil
    ) {
        self.fields = fields
        self.slots = slots
        self.discriminator = discriminator
        refusesUnknownKeys = target.attribute.refusesUnknownKeys
        names = if case .variables(let names) = slots { names } else { LocalNames(besides: []) }
    }

    private func slot(_ field: SchemaField) -> String {
        if case .properties(let owner) = slots { "\(owner).\(field.name)" } else { field.name }
    }

    /// Whether there is a member to be read.
    var readsAny: Bool { fields.flatMap(\.contents).contains { !$0.isConstant } }

    /// How many members there are, over all branches of `#if`.
    private var count: Int { fields.flatMap(\.contents).count }

    /// How many words hold a bit for each member that is read, and for the discriminator.
    private var words: Int {
        guard discriminator != nil || readsAny else { return 0 }
        return (count + (discriminator == nil ? 0 : 1) + 63) / 64
    }

    /// Each field that is read, with its number.
    private func eachRead(
        in code: inout Code, _ write: @escaping (inout Code, SchemaField, Int) -> Void
    ) {
        // Counted over all branches, so that a number means one member whatever is compiled.
        var index = 0
        code.conditional(fields) { code, field in
            defer { index += 1 }
            if !field.isConstant { write(&code, field, index) }
        }
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
        eachRead(in: &code) { code, field, _ in code.line("var \(field.name): (\(field.type))?") }
    }

    /// Reads all members into their slots.
    func read(to code: inout Code) {
        let (reader, key) = (names.reader, names.key)
        code.line("let \(names.mark) = \(reader).violationCount")
        for word in 0..<words { code.line("var \(names.seen(word)): UInt64 = 0") }
        if case .variables = slots { declare(to: &code) }
        code.line("try \(reader).beginObject()")
        code.line("while let \(key) = try \(reader).nextKey() {")
        code.indented { code in
            eachRead(in: &code) { readMember($1, $2, &$0) }
            readOthers(to: &code)
        }
        code.line("}")
        eachRead(in: &code) { readAbsent($1, $2, &$0) }
        code.line("guard \(reader).violationCount == \(names.mark) else { throw .invalid }")
    }

    private func readMember(_ field: SchemaField, _ index: Int, _ code: inout Code) {
        let (reader, key) = (names.reader, names.key)
        let (seen, bit) = names.bit(index)
        code.line("if try \(reader).takes(\(key), \(field.key.literal), \(bit), of: &\(seen)) {")
        code.indented { code in
            code.at(field.place) {
                $0.line(
                    "\(slot(field)) = try \(reader).member(\(field.key.literal))"
                )
            }
            if !field.rules.isEmpty { checkRules(of: field, &code) }
            code.line("continue")
        }
        code.line("}")
    }

    private func checkRules(of field: SchemaField, _ code: inout Code) {
        code.line("if let value = \(slot(field)) {")
        code.indented { code in
            for index in field.rules.indices {
                code.line(
                    "\(names.reader).check(\(field.key.literal), value, \(rule(field, index)))"
                )
            }
        }
        code.line("}")
    }

    private func readOthers(to code: inout Code) {
        let (reader, key) = (names.reader, names.key)
        if let discriminator {
            // It was read before, and only has to be here once.
            let (seen, bit) = names.bit(count)
            code.line(
                "if try \(reader).takes(\(key), \(discriminator.literal), \(bit), of: &\(seen)) {")
            code.indented { code in
                code.line("try \(reader).skipMember(\(key))")
                code.line("continue")
            }
            code.line("}")
        }
        code.line("try \(reader).\(refusesUnknownKeys ? "refuse" : "skip")Member(\(key))")
    }

    private func readAbsent(_ field: SchemaField, _ index: Int, _ code: inout Code) {
        let (seen, bit) = names.bit(index)
        if let value = field.defaultValue {
            code.line("if \(seen) & \(bit) == 0 { \(slot(field)) = \(value) }")
        } else if !field.hasDefault {
            let value = "\(names.reader).absent(\(field.key.literal))"
            code.line("if \(seen) & \(bit) == 0 { \(slot(field)) = \(value) }")
        }
    }

    /// Assigns what was read to the properties.
    func assign(to code: inout Code) {
        eachRead(in: &code) { code, field, _ in
            if field.hasDefault {
                code.line("if let value = \(slot(field)) { self.\(field.name) = value }")
            } else {
                code.line("self.\(field.name) = try \(valid(field))")
            }
        }
    }

    /// The value of a member that was read.
    func valid(_ field: SchemaField) -> String { "\(names.reader).valid(\(slot(field)))" }

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

/// Names of our own in generated code, which no member has.
struct LocalNames {
    let reader: String
    let key: String
    let mark: String
    private let seen: String

    init(besides taken: [String]) {
        func free(_ name: String) -> String { taken.contains(name) ? free("_" + name) : name }
        reader = free("reader")
        key = free("key")
        mark = free("mark")
        // Numbers may follow it.
        seen = taken.contains { $0.hasPrefix("seen") } ? free("_seen") : "seen"
    }

    func seen(_ word: Int) -> String { word == 0 ? seen : "\(seen)\(word)" }

    /// The variable and the bit that tell whether member `index` was seen.
    func bit(_ index: Int) -> (name: String, bit: String) {
        (seen(index / 64), "0x" + String(UInt64(1) << UInt64(index % 64), radix: 16))
    }
}
