// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What the code that `@Schema` writes calls, besides the reader itself.

extension JSONReader {
    /// Whether this is the member `name`, which is then marked as seen.
    ///
    /// - Parameters:
    ///   - key: The key that was read.
    ///   - name: The member, by its name in JSON.
    ///   - bit: The bit that stands for it.
    ///   - seen: The bits of the members so far.
    /// - Returns: Whether it is the member.
    /// - Throws: ``JSONError/malformed`` when it was seen before.
    @inlinable public mutating func takes(
        _ key: JSONKey, _ name: StaticString, _ bit: UInt64, of seen: inout UInt64
    ) throws(JSONError) -> Bool {
        guard matches(key, name) else { return false }
        guard seen & bit == 0 else { throw duplicate(key) }
        seen |= bit
        return true
    }

    /// Reads the value of the member `name`, whose key was just taken.
    ///
    /// - Returns: `nil` when it does not fit, which is recorded.
    /// - Throws: ``JSONError/malformed``.
    @inlinable public mutating func member<Value: SchemaType>(
        _ name: StaticString
    ) throws(JSONError) -> Value? { try member(name, Value.self) }

    /// Checks the value of the member `name`, which was read, and records what is wrong with it.
    ///
    /// - Parameters:
    ///   - name: The member, by its name in JSON.
    ///   - value: What was read.
    ///   - rule: What it must keep.
    @inlinable public mutating func check<Value: Constrained>(
        _ name: StaticString, _ value: Value, _ rule: Value.Rule
    ) {
        if !value.keeps(rule) { refuse(name, value, rule) }
    }

    @usableFromInline mutating func refuse<Value: Constrained>(
        _ name: StaticString, _ value: Value, _ rule: Value.Rule
    ) {
        guard holdsRules else { return }
        violations.nest(JSONPointer.token("\(name)")) { value.explain(rule, to: &$0) }
    }

    /// What it means that the object did not have the member `name`.
    ///
    /// - Returns: The value of a member that may be absent. Otherwise `nil`, and it is recorded that
    ///   the member is missing.
    @inlinable public mutating func absent<Value: SchemaType>(_ name: StaticString) -> Value? {
        if let value = Value.valueWhenAbsent { return value }
        missing(name)
        return nil
    }

    /// The value of a member that was read.
    ///
    /// - Throws: ``JSONError/invalid`` for `nil`: it did not fit, which was recorded.
    @inlinable public func valid<Value>(_ value: Value?) throws(JSONError) -> Value {
        guard let value else { throw .invalid }
        return value
    }

    /// Lets the value check itself as a whole, and records what it finds.
    ///
    /// - Parameter check: The type's own `validate(into:)`.
    /// - Throws: ``JSONError/invalid`` when it finds something.
    @inlinable public mutating func validate(
        _ check: (inout Violations) -> Void
    ) throws(JSONError) {
        var found = Violations()
        check(&found)
        guard !found.isEmpty else { return }
        try refuse(found)
    }

    @usableFromInline mutating func refuse(_ found: Violations) throws(JSONError) {
        guard holdsRules else { return }
        add(found)
        throw .invalid
    }

    /// Reads a raw value and finds its case.
    ///
    /// - Parameters:
    ///   - type: The enum.
    ///   - cases: The cases that there are, for the message.
    /// - Returns: The case.
    /// - Throws: ``JSONError/invalid`` when there is none, recorded.
    @inlinable public mutating func rawCase<Value: RawRepresentable>(
        _ type: Value.Type, _ cases: () -> EnumSchema
    ) throws(JSONError) -> Value where Value.RawValue: SchemaType {
        if let value = Value(rawValue: try Value.RawValue(json: &self)) { return value }
        let cases = cases()
        throw refuse(
            code: "enum", "must be one of \(cases.names)",
            params: ["values": .array(cases.values)])
    }

    /// Reads the payload of a case, whose members stand beside the discriminator.
    ///
    /// - Parameters:
    ///   - type: The payload.
    ///   - discriminator: The member that tells the cases apart.
    ///   - refusesOthers: Whether a member that the payload does not know is a violation.
    /// - Returns: The payload.
    /// - Throws: ``JSONError``, as the payload does.
    @inlinable public mutating func flattened<Payload: SchemaObject>(
        _ type: Payload.Type, besides discriminator: StaticString, refusesOthers: Bool = false
    ) throws(JSONError) -> Payload {
        try payload(type, besides: discriminator, refusesOthers: refusesOthers)
    }

    /// Explains itself where a payload is no object.
    @available(
        *, unavailable,
        message:
            "A payload without a label lends its members to the case, so it must be a struct with @Schema. Give it a label to make it a member: 'case name(value: T)'."
    )
    public mutating func flattened<Payload>(
        _ type: Payload.Type, besides discriminator: StaticString, refusesOthers: Bool = false
    ) throws(JSONError) -> Payload {
        throw .invalid
    }

    /// Reads an object that has nothing but its discriminator.
    ///
    /// - Parameters:
    ///   - discriminator: The member that is known.
    ///   - refusesOthers: Whether another member is a violation.
    /// - Throws: ``JSONError/invalid`` when there is one, recorded.
    public mutating func emptyPayload(
        besides discriminator: StaticString, refusesOthers: Bool
    ) throws(JSONError) {
        let mark = violationCount
        try beginObject()
        var hasPassed = false
        while let key = try nextKey() {
            let isDiscriminator = matches(key, discriminator)
            if isDiscriminator, hasPassed { throw duplicate(key) }
            hasPassed = hasPassed || isDiscriminator
            if refusesOthers, !isDiscriminator {
                try refuseMember(key)
            } else {
                try skipMember(key)
            }
        }
        guard violationCount == mark else { throw .invalid }
    }

    /// Records that the discriminator has a value that names no case, and passes over the object.
    ///
    /// - Parameters:
    ///   - discriminator: The member that tells the cases apart.
    ///   - known: The values that it may have.
    /// - Returns: The error, to be thrown.
    /// - Throws: ``JSONError/malformed``.
    public mutating func unknownCase(
        _ discriminator: StaticString, _ known: String...
    ) throws(JSONError) -> JSONError {
        try skipValue()
        refuse(
            discriminator, code: "enum", "must be one of \(known.joined(separator: ", "))",
            params: ["values": .array(known.map(JSON.string))])
        return .invalid
    }
}

extension Violations {
    /// Lets `add` add violations whose pointers start at `token`.
    mutating func nest(_ token: String, _ add: (inout Violations) -> Void) {
        let mark = kept.count
        add(&self)
        prefix(token, since: mark)
    }
}
