// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Where whole numbers are in what a TypeScript client sends and gets.
///
/// JavaScript holds them exactly up to 2^53 - 1 and rounds silently beyond. A client refuses those, and
/// for that has to know them: of other numbers, `1e300` is no mistake.
struct TypeScriptWholes {
    /// The declarations that have a whole number, themselves or in a part.
    private let names: Set<String>
    private let declarations: [ClientDeclaration]
    /// Whether any operation sends or gets one.
    let isUsed: Bool

    init(_ model: ClientModel) {
        var names: Set<String> = []
        var isGrowing = true
        while isGrowing {
            let found = model.types.filter {
                !names.contains($0.name) && Self.literal(of: $0.kind, names) != nil
            }
            names.formUnion(found.map(\.name))
            isGrowing = !found.isEmpty
        }
        self.names = names
        declarations = model.types
        let types = model.groups.flatMap(\.operations).flatMap { operation in
            operation.parameters.map(\.type) + (operation.body.map { [$0.type] } ?? [])
                + operation.answers.map(\.type)
        }
        isUsed = types.contains { Self.literal(of: $0, names) != nil }
    }

    /// Where they are in a value of this type, in words of the client; `nil`: nowhere.
    func literal(of type: ClientType) -> String? { Self.literal(of: type, names) }

    /// What is sent, looked at before: `exact(parameters.id, true, "id")`.
    func checked(_ value: String, _ type: ClientType, _ name: String) -> String {
        guard let whole = literal(of: type) else { return value }
        return "exact(\(value), \(whole), \(name.typeScriptLiteral))"
    }

    /// The declarations, by their names.
    func table(to code: inout CodeWriter) {
        let named = declarations.compactMap { declaration in
            Self.literal(of: declaration.kind, names).map { (declaration.name, $0) }
        }
        guard !named.isEmpty else { return code.line("const wholes: Record<string, Whole> = {};") }
        code.block("const wholes: Record<string, Whole> = {", "};") { code in
            for (name, literal) in named { code.line("\(name): \(literal),") }
        }
    }

    // MARK: Literals

    private static func literal(of type: ClientType, _ names: Set<String>) -> String? {
        switch type {
        case .integer: "true"
        case .named(let name): names.contains(name) ? name.typeScriptLiteral : nil
        case .array(let element): literal(of: element, names).map { "{ items: \($0) }" }
        case .dictionary(let value): literal(of: value, names).map { "{ others: \($0) }" }
        case .nullable(let value): literal(of: value, names)
        case .any, .boolean, .integers, .number, .text, .constant: nil
        }
    }

    private static func literal(
        of kind: ClientDeclaration.Kind, _ names: Set<String>
    ) -> String? {
        switch kind {
        case .enumeration: return nil
        case .alias(let type): return literal(of: type, names)
        case .object(let properties, let others):
            let members = map(
                properties.compactMap { property in
                    literal(of: property.type, names).map { (property.wireName, $0) }
                })
            let parts = [
                members.map { "members: \($0)" },
                others.flatMap { literal(of: $0, names) }.map { "others: \($0)" },
            ].compactMap(\.self)
            return parts.isEmpty ? nil : "{ \(parts.joined(separator: ", ")) }"
        case .union(let alternatives, let discriminator):
            return literal(of: alternatives, by: discriminator, names)
        }
    }

    private static func literal(
        of alternatives: [ClientAlternative], by discriminator: String?, _ names: Set<String>
    ) -> String? {
        let found = alternatives.compactMap { alternative in
            alternative.type.flatMap { literal(of: $0, names) }.map { (alternative.tag, $0) }
        }
        guard !found.isEmpty else { return nil }
        guard let discriminator else {
            return "{ some: [\(found.map(\.1).joined(separator: ", "))] }"
        }
        let cases = map(found.map { ($0 ?? "", $1) }) ?? "new Map()"
        return "{ by: \(discriminator.typeScriptLiteral), cases: \(cases) }"
    }

    /// A map and no object, which has names of its own: `constructor`.
    private static func map(_ pairs: [(String, String)]) -> String? {
        guard !pairs.isEmpty else { return nil }
        let list = pairs.map { "[\($0.typeScriptLiteral), \($1)]" }.joined(separator: ", ")
        return "new Map<string, Whole>([\(list)])"
    }
}

extension TypeScriptRuntime {
    /// Finds whole numbers that are rounded.
    static let wholes = #"""
        /**
         * Where the whole numbers of a value are: it is one (`true`), it is of a type of that name, or it
         * has parts that are.
         */
        type Whole = true | string | WholeParts;

        interface WholeParts {
          items?: Whole;
          members?: Map<string, Whole>;
          others?: Whole;
          /** The member that tells which of the cases it is. */
          by?: string;
          cases?: Map<string, Whole>;
          some?: Whole[];
        }

        /** The value, unless a whole number in it is one that JavaScript rounds. */
        function exact<Value>(value: Value, whole: Whole | undefined, what: string): Value {
          const place = rounded(value, whole, "");
          if (place === undefined) return value;
          const where = place === "" ? what : `${what} at '${place}'`;
          throw new RangeError(
            `${where}: a whole number beyond Number.MAX_SAFE_INTEGER, which JavaScript rounds.`,
          );
        }

        /** The place of the first one, as a JSON Pointer. */
        function rounded(value: unknown, whole: Whole | undefined, place: string): string | undefined {
          if (whole === undefined) return undefined;
          if (whole === true) {
            return Number.isInteger(value) && !Number.isSafeInteger(value) ? place : undefined;
          }
          if (typeof whole === "string") return rounded(value, wholes[whole], place);
          for (const one of whole.some ?? []) {
            const found = rounded(value, one, place);
            if (found !== undefined) return found;
          }
          if (typeof value !== "object" || value === null) return undefined;
          if (whole.by !== undefined) {
            const tag = (value as Record<string, unknown>)[whole.by];
            return rounded(value, whole.cases?.get(String(tag)), place);
          }
          for (const [name, part] of Object.entries(value)) {
            const inner = Array.isArray(value) ? whole.items : whole.members?.get(name) ?? whole.others;
            const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
            const found = rounded(part, inner, `${place}/${token}`);
            if (found !== undefined) return found;
          }
          return undefined;
        }

        """#
}
