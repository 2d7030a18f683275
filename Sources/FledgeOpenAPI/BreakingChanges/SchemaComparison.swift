// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Compares the schemas of what is sent.
///
/// A request must still be accepted: its schema may only become wider. An answer must still be understood:
/// its schema may only become narrower.
struct SchemaComparison {
    enum Direction {
        case request
        case answer
    }

    let direction: Direction
    let old: JSON
    let new: JSON
    private(set) var list: BreakingChangeList
    /// The pairs of named schemas that are being compared, since a type can contain itself.
    private var open: Set<Pair> = []
    private var depth = 0

    /// A type can also contain itself without a name in between that tells (`allOf`).
    private static let maximumDepth = 32

    private struct Pair: Hashable {
        var old: String?
        var new: String?
        var hasName: Bool { old != nil || new != nil }
    }

    init(direction: Direction, old: JSON, new: JSON, list: BreakingChangeList) {
        self.direction = direction
        self.old = old
        self.new = new
        self.list = list
    }

    mutating func compare(_ old: JSON, _ new: JSON, _ place: String) {
        let before = SchemaView(old, in: self.old)
        let after = SchemaView(new, in: self.new)
        let pair = Pair(old: before.reference, new: after.reference)
        guard depth < Self.maximumDepth, !pair.hasName || open.insert(pair).inserted else { return }
        depth += 1
        defer {
            depth -= 1
            open.remove(pair)
        }
        compareNull(before, after, place)
        if !before.forms.isEmpty || !after.forms.isEmpty {
            compareForms(before, after, place)
            return
        }
        guard compareTypes(before, after, place) else { return }
        compareValues(before, after, place)
        compareBounds(before, after, place)
        compareObjects(before, after, place)
        if let items = before["items"], let successor = after["items"] {
            compare(items, successor, place.appending("*"))
        }
    }

    private mutating func note(
        _ kind: BreakingChange.Kind, _ place: String, _ what: String, _ why: String? = nil
    ) {
        list.add(kind, at: place, what, why ?? consequence)
    }

    private var consequence: String {
        switch direction {
        case .request: "Requests that were accepted are refused."
        case .answer: "A client meets values that it was not made for."
        }
    }

    // MARK: Types and values

    private mutating func compareNull(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        switch direction {
        case .request where before.allowsNull && !after.allowsNull:
            note(.nullRefused, place, "It cannot be null any more.")
        case .answer where after.allowsNull && !before.allowsNull:
            note(.nullAdded, place, "It can be null now.")
        default:
            break
        }
    }

    /// - Returns: Whether there is something in common that is worth a closer look.
    private mutating func compareTypes(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) -> Bool {
        let (first, second) = direction == .request ? (before, after) : (after, before)
        guard first.possibleTypes.isSubset(of: second.possibleTypes) else {
            note(
                .typeChanged, place, "The type was \(before.typeNames) and is \(after.typeNames).")
            return false
        }
        return true
    }

    private mutating func compareValues(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        let kind: BreakingChange.Kind = direction == .request ? .valueRemoved : .valueAdded
        let (some, all) = direction == .request ? (before, after) : (after, before)
        guard let all = all.values else { return }
        guard let some = some.values else {
            let what =
                direction == .request
                ? "Only listed values are taken now." : "Its values are not listed any more."
            note(kind, place, what)
            return
        }
        let difference = some.filter { !all.contains($0) }.map(\.brief)
        guard !difference.isEmpty else { return }
        let verb = direction == .request ? "is gone" : "is new"
        note(kind, place, "The value \(difference.joined(separator: ", ")) \(verb).")
    }

    /// Bounds only matter for what is sent to the API: an answer beyond them is still of its type.
    private mutating func compareBounds(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        if before["format"] != after["format"], direction == .answer || after["format"] != nil {
            note(
                .formatChanged, place,
                "The format was \(before["format"].brief) and is \(after["format"].brief).")
        }
        guard direction == .request else { return }
        for bound in SchemaBound.all
        where bound.isTighter(after[bound.keyword], before[bound.keyword]) {
            note(
                .boundTightened, place,
                "'\(bound.keyword)' was \(before[bound.keyword].brief) and is \(after[bound.keyword].brief)."
            )
        }
    }

    // MARK: Objects and forms

    private mutating func compareObjects(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        for (name, property) in before["properties"]?.members ?? [] {
            guard let successor = after["properties"]?[name] else {
                fieldIsGone(name, after, place)
                continue
            }
            if direction == .request, !before.required.contains(name),
                !after.required.contains(name), let fallback = property.fallback(in: old)
            {
                list.addDefault(
                    fallback, successor.fallback(in: new), at: place.appending(name))
            }
            compare(property, successor, place.appending(name))
        }
        compareRequired(before, after, place)
        compareUnknown(before, after, place)
    }

    private mutating func compareRequired(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        switch direction {
        case .request:
            for name in after.required.subtracting(before.required).sorted() {
                note(
                    .fieldRequired, place.appending(name), "It is required now.",
                    "Requests without it are refused.")
            }
        case .answer:
            for name in before.required.subtracting(after.required).sorted()
            where after["properties"]?[name] != nil {
                note(
                    .fieldOptional, place.appending(name), "It can be missing now.",
                    "A client that relies on it finds nothing.")
            }
        }
    }

    private mutating func compareUnknown(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        if direction == .request, after.refusesUnknown, !before.refusesUnknown {
            note(.unknownRefused, place, "Fields that are not known are refused now.")
        }
        guard let values = before["additionalProperties"],
            values["type"] != nil || values["$ref"] != nil,
            let successor = after["additionalProperties"], successor != .bool(false)
        else { return }
        compare(values, successor, place.appending("*"))
    }

    private mutating func fieldIsGone(_ name: String, _ after: SchemaView, _ place: String) {
        switch direction {
        case .answer:
            note(
                .fieldRemoved, place.appending(name), "It is gone.",
                "A client that reads it finds nothing.")
        case .request:
            note(
                .fieldRemoved, place.appending(name), "It is gone.",
                after.refusesUnknown
                    ? "Requests with it are refused." : "What a client sends in it is not heard.")
        }
    }

    private mutating func compareForms(
        _ before: SchemaView, _ after: SchemaView, _ place: String
    ) {
        let old =
            before.forms.isEmpty ? [(name: before.typeNames, schema: before.schema)] : before.forms
        let new =
            after.forms.isEmpty ? [(name: after.typeNames, schema: after.schema)] : after.forms
        for form in old {
            if let successor = new.first(where: { $0.name == form.name }) {
                compare(form.schema, successor.schema, "\(place) (\(form.name.lastComponent))")
            } else if direction == .request {
                note(.formRemoved, place, "The form \(form.name.lastComponent) is gone.")
            }
        }
        guard direction == .answer else { return }
        for form in new where !old.contains(where: { $0.name == form.name }) {
            note(.formAdded, place, "The form \(form.name.lastComponent) is new.")
        }
    }
}

extension String {
    /// `POST /users, body` + `name` is `POST /users, body /name`.
    fileprivate func appending(_ name: String) -> String {
        let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
        let parts = split(separator: ", ", maxSplits: 1)
        let hasPointer = parts.last?.contains(" /") == true && parts.count > 1
        return self + (hasPointer ? "/" : " /") + escaped
    }

    fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
