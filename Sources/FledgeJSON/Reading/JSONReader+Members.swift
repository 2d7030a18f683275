// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONReader {
    /// Reads the value of the member `name`, whose key was just taken.
    ///
    /// - Parameters:
    ///   - name: The name in JSON, for the pointers of violations.
    ///   - type: What the value is.
    /// - Returns: `nil` when it does not fit, which is recorded.
    /// - Throws: ``JSONError/malformed``.
    @inlinable public mutating func member<T: SchemaType>(
        _ name: StaticString, _ type: T.Type
    ) throws(JSONError) -> T? {
        let mark = violations.kept.count
        do throws(JSONError) {
            return try T(json: &self)
        } catch {
            try recover(error, name, since: mark)
            return nil
        }
    }

    /// Reads the value of a member whose name is not known beforehand.
    @inlinable public mutating func member<T: SchemaType>(
        named name: String, _ type: T.Type
    ) throws(JSONError) -> T? {
        let mark = violations.kept.count
        do throws(JSONError) {
            return try T(json: &self)
        } catch {
            try recover(error, named: name, since: mark)
            return nil
        }
    }

    /// Reads the element at `index`; `nil` when it does not fit, which is recorded.
    @inlinable public mutating func element<T: SchemaType>(
        _ index: Int, _ type: T.Type
    ) throws(JSONError) -> T? {
        let mark = violations.kept.count
        do throws(JSONError) {
            return try T(json: &self)
        } catch {
            try recover(error, index: index, since: mark)
            return nil
        }
    }

    /// Passes over a member that the type does not know.
    ///
    /// - Throws: ``JSONError/malformed``.
    public mutating func skipMember(_ key: JSONKey) throws(JSONError) {
        if depth == closedDepth { return try refuseMember(key) }
        try remember(key)
        try skipValue()
    }

    /// Passes over a member that the type does not know, and records that it must not be there.
    ///
    /// - Throws: ``JSONError/malformed``.
    public mutating func refuseMember(_ key: JSONKey) throws(JSONError) {
        try remember(key)
        violations.add(text(of: key), code: "unknown", "is not known here")
        try skipValue()
    }

    /// The error for a name that stands twice in one object; to be thrown.
    public mutating func duplicate(_ key: JSONKey) -> JSONError {
        fail(
            "the name '\(JSONReader.shortened(text(of: key)))' stands twice in one object",
            at: key.start - 1, kind: .duplicateKey)
    }

    /// Records that the member `name` is missing.
    public mutating func missing(_ name: StaticString) {
        violations.add("\(name)", code: "missing", "is required")
    }

    /// Records a violation of the member `name`, which was read.
    ///
    /// - Parameters:
    ///   - name: The member, by its name in JSON.
    ///   - code: A stable word for programs.
    ///   - message: What it must be, to be said after its name.
    ///   - params: What the message says in words, for programs.
    public mutating func refuse(
        _ name: StaticString, code: String, _ message: String, params: JSON.Object = [:]
    ) {
        violations.add("\(name)", code: code, message, params: params)
    }

    /// Records a violation of the value itself, which was read; to be thrown.
    ///
    /// - Parameters:
    ///   - code: A stable word for programs.
    ///   - message: What it must be, to be said after its name.
    ///   - params: What the message says in words, for programs.
    /// - Returns: ``JSONError/invalid``.
    public mutating func refuse(
        code: String, _ message: String, params: JSON.Object = [:]
    ) -> JSONError {
        violations.add(code: code, message, params: params)
        return .invalid
    }

    /// Records what a type's own check found.
    public mutating func add(_ found: Violations) {
        violations.add(contentsOf: found)
    }

    /// The text of the member `name` of the object that stands here; nothing is consumed.
    ///
    /// For types that are told apart by one of their members. It costs nothing much when that
    /// member comes first.
    ///
    /// - Throws: ``JSONError/invalid`` when here is no object, or the member is missing or no string.
    ///   That is recorded, and the value consumed.
    public mutating func discriminator(_ name: StaticString) throws(JSONError) -> String {
        skipSpace()
        let (start, left, mark) = (position, valuesLeft, violations.count)
        try beginObject()
        let level = depth
        var found: String?
        while found == nil, let key = try nextKey() {
            guard matches(key, name) else {
                try skipValue()
                continue
            }
            found = try member(name, String.self)
            if found == nil { break }
        }
        (position, valuesLeft, depth, isAtStart) = (start, left, level - 1, false)
        if let found { return found }
        if violations.count == mark { missing(name) }
        try skipValue()
        throw .invalid
    }

    /// Reads the object that stands here as `type`, without its member `name`, which is not the
    /// type's own.
    ///
    /// - Parameters:
    ///   - type: What stands here.
    ///   - name: The member that was read before.
    ///   - refusesOthers: Whether a member that `type` does not know is a violation, even if `type`
    ///     would ignore it.
    /// - Returns: The value.
    /// - Throws: ``JSONError``, as `type` does.
    @inlinable public mutating func payload<T: SchemaType>(
        _ type: T.Type, besides name: StaticString, refusesOthers: Bool = false
    ) throws(JSONError) -> T {
        let outer = (passedDepth, passedName, hasPassed, closedDepth)
        (passedDepth, passedName, hasPassed) = (depth + 1, name, false)
        closedDepth = refusesOthers ? depth + 1 : -1
        defer { (passedDepth, passedName, hasPassed, closedDepth) = outer }
        return try T(json: &self)
    }

    /// What was attached under `key` to the document, such as an uploaded file.
    public func attachment<T>(_ key: String, as type: T.Type) -> T? {
        attachments[key] as? T
    }

    @usableFromInline mutating func recover(
        _ error: JSONError, _ name: StaticString, since mark: Int
    ) throws(JSONError) {
        try recover(error, named: "\(name)", since: mark)
    }

    @usableFromInline mutating func recover(
        _ error: JSONError, named name: String, since mark: Int
    ) throws(JSONError) {
        try recover(error, token: JSONPointer.token(name), since: mark)
    }

    @usableFromInline mutating func recover(
        _ error: JSONError, index: Int, since mark: Int
    ) throws(JSONError) {
        try recover(error, token: "/\(index)", since: mark)
    }

    /// Puts the place in front of what was found inside of it.
    private mutating func recover(
        _ error: JSONError, token: String, since mark: Int
    ) throws(JSONError) {
        guard error == .invalid else { throw error }
        violations.prefix(token, since: mark)
    }
}
