// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension SQL: ExpressibleByStringInterpolation {
    /// Makes SQL of a literal without values.
    public init(stringLiteral value: String) {
        self.segments = value.isEmpty ? [] : [.text(value)]
    }

    /// Makes SQL of a literal with values in it.
    public init(stringInterpolation: Interpolation) {
        self.segments = stringInterpolation.segments
    }

    /// Collects the pieces of a literal.
    ///
    /// See ``SQL`` for what can be interpolated.
    public struct Interpolation: StringInterpolationProtocol, Sendable {
        var segments: [Segment] = []

        /// Starts a literal.
        ///
        /// Called by the compiler.
        public init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(interpolationCount * 2 + 1)
        }

        /// Appends the literal's own text.
        ///
        /// Called by the compiler.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { segments.append(.text(literal)) }
        }
    }
}

extension SQL.Interpolation {
    /// Binds a value.
    public mutating func appendInterpolation(_ value: some DatabaseValueConvertible) {
        segments.append(.value(value.databaseValue))
    }

    /// Binds a value, or NULL for nil.
    ///
    /// The overload above takes optionals too, but with it the compiler warns of "a debug
    /// description for an optional value", which is not what is made here.
    public mutating func appendInterpolation<T: DatabaseValueConvertible>(_ value: T?) {
        segments.append(.value(value.databaseValue))
    }

    /// Binds the raw value of an enum or an identifier type, which need not conform to anything.
    @_disfavoredOverload
    public mutating func appendInterpolation<T: RawRepresentable>(_ value: T?)
    where T.RawValue: DatabaseValueConvertible {
        segments.append(.value(value?.rawValue.databaseValue ?? .null))
    }

    /// Binds the values of a list, for `IN (\(ids))`.
    ///
    /// An empty list matches nothing.
    public mutating func appendInterpolation<T: DatabaseValueConvertible>(_ values: [T]) {
        segments.append(.list(values.map(\.databaseValue)))
    }

    /// Binds the raw values of a list, for `IN (\(ids))`.
    ///
    /// An empty list matches nothing.
    @_disfavoredOverload
    public mutating func appendInterpolation<T: RawRepresentable>(_ values: [T])
    where T.RawValue: DatabaseValueConvertible {
        segments.append(.list(values.map(\.rawValue.databaseValue)))
    }

    /// Binds a list as one value, for an array column and for `= ANY(\(array: ids))`.
    ///
    /// PostgreSQL has arrays; SQLite stores the list as JSON text.
    public mutating func appendInterpolation<T: DatabaseValueConvertible>(array values: [T]) {
        segments.append(.value(.array(values.map(\.databaseValue))))
    }

    /// Binds bytes as one value.
    ///
    /// More specific than the list overload, which would take them apart.
    public mutating func appendInterpolation(_ bytes: [UInt8]) {
        segments.append(.value(.blob(bytes)))
    }

    /// Inserts another fragment with its values.
    public mutating func appendInterpolation(_ fragment: SQL) {
        segments += fragment.segments
    }

    /// Inserts the name of a table or column, quoted.
    ///
    /// Quoting makes any name safe as SQL, but it does not make it a *right* one: choose names
    /// from a list of your own, or a client may sort by a column it must not see.
    public mutating func appendInterpolation(identifier name: String) {
        segments.append(.identifier(name))
    }

    /// Inserts text as SQL, with nothing bound and nothing quoted.
    ///
    /// - Warning: Text that came from outside the program here is an SQL injection.
    public mutating func appendInterpolation(unsafeRaw text: String) {
        segments.append(.raw(text))
    }

    /// Explains why a value of this type cannot be bound.
    @_disfavoredOverload
    @available(
        *, unavailable,
        message: """
            This type has no form in a database. Interpolate one of its properties, convert it, or \
            conform the type to DatabaseValueConvertible.
            """
    )
    public mutating func appendInterpolation<T>(_ value: T) {}
}
