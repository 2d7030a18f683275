// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting

/// Reads an app's settings from its environment, and reports everything that is wrong at once.
///
/// The code that `@Settings` writes uses it. By hand, it is used in the same three steps:
///
///     init(environment: Environment) throws {
///         var reader = SettingsReader(environment)
///         let database = reader.read("DATABASE_URL", Secret.self)
///         let port = reader.read("PORT", Int.self, default: 3000)
///         let origins = reader.read("CORS_ORIGINS", [String].self)
///         try reader.check()
///         self.init(database: try database.value, port: try port.value, origins: try origins.value)
///     }
///
/// Optional and defaulted settings may be missing, and a missing list is empty. An empty value is a
/// missing one: `TOKEN=` is how templates and containers leave a variable out, and an app with an
/// empty key must not start. Lists are separated by commas, with blanks around the elements dropped.
public struct SettingsReader {
    private let environment: Environment
    private var read: Set<String> = []
    private var missing: [(name: String, description: String)] = []
    private var malformed: [SettingsError.Mistake] = []

    /// Reads from `environment`.
    public init(_ environment: Environment) {
        self.environment = environment
    }

    /// Throws what is missing and what is malformed, all together.
    ///
    /// - Throws: ``SettingsError``. No entry shows a value.
    public func check() throws(SettingsError) {
        let mistakes = missing.map(missingMistake) + malformed
        guard mistakes.isEmpty else {
            throw SettingsError(mistakes: mistakes.sorted { $0.name < $1.name })
        }
    }

    private func missingMistake(_ name: String, _ description: String) -> SettingsError.Mistake {
        let state = environment.origin(of: name).map { "is empty in \($0)" } ?? "is not set"
        let candidates = environment.names.filter { !read.contains($0) }
        let hint = SimilarNames.closest(to: name, in: candidates, within: max(1, name.count / 4))
            .map { " Did you mean it by \($0) (\(environment.origin(of: $0) ?? .code))?" }
        return .init(
            code: "FLEDGE_SETTING_MISSING", name: name,
            message: "\(name) \(state); it must be \(description).\(hint ?? "") "
                + "Add \(name)=… to .env, or set it in the process environment.")
    }
}

// The forms of a setting: plain, optional, list; for types that are a `ParameterValue` and for
// those that are read through their raw value. The latter are disfavoured, so that a type that is
// both is not ambiguous.
extension SettingsReader {
    /// A setting that must be there.
    public mutating func read<T: ParameterValue>(_ name: String, _: T.Type) -> Bound<T> {
        required(name, .init(T.parameterDescription, T.init(parameter:)))
    }

    /// A setting with a default.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: T.Type, default: @autoclosure () -> T
    ) -> Bound<T> {
        value(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// A setting that may be missing.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: T?.Type, default: @autoclosure () -> T? = nil
    ) -> Bound<T?> {
        optional(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// A list, separated by commas.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: [T].Type, default: @autoclosure () -> [T] = []
    ) -> Bound<[T]> {
        list(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// A list that may be missing.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: [T]?.Type, default: @autoclosure () -> [T]? = nil
    ) -> Bound<[T]?> {
        list(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// An enum or an id over a scalar that must be there.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(_ name: String, _: T.Type) -> Bound<T>
    where T.RawValue: ParameterValue {
        required(name, .raw(T.self))
    }

    /// An enum or an id over a scalar, with a default.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: T.Type, default: @autoclosure () -> T
    ) -> Bound<T> where T.RawValue: ParameterValue {
        value(name, .raw(T.self), missing: `default`)
    }

    /// An enum or an id over a scalar that may be missing.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: T?.Type, default: @autoclosure () -> T? = nil
    ) -> Bound<T?> where T.RawValue: ParameterValue {
        optional(name, .raw(T.self), missing: `default`)
    }

    /// Enums or ids over a scalar, separated by commas.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: [T].Type, default: @autoclosure () -> [T] = []
    ) -> Bound<[T]> where T.RawValue: ParameterValue {
        list(name, .raw(T.self), missing: `default`)
    }

    /// Enums or ids over a scalar, separated by commas, that may be missing.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: [T]?.Type, default: @autoclosure () -> [T]? = nil
    ) -> Bound<[T]?> where T.RawValue: ParameterValue {
        list(name, .raw(T.self), missing: `default`)
    }

    /// The compiler's message for a type that nothing above takes.
    @available(
        *, unavailable,
        message:
            "Fledge cannot read a setting of this type. Let it conform to ParameterValue: one initialiser that reads the text."
    )
    @_disfavoredOverload
    public mutating func read<T>(_ name: String, _: T.Type) -> Bound<T> {
        Bound(content: nil)
    }

    /// The compiler's message for a type that nothing above takes, with a default.
    @available(
        *, unavailable,
        message:
            "Fledge cannot read a setting of this type. Let it conform to ParameterValue: one initialiser that reads the text."
    )
    @_disfavoredOverload
    public mutating func read<T>(
        _ name: String, _: T.Type, default: @autoclosure () -> T
    ) -> Bound<T> {
        Bound(content: nil)
    }
}

extension SettingsReader {
    private mutating func required<T>(_ name: String, _ reader: ScalarReader<T>) -> Bound<T> {
        guard let text = text(name) else {
            missing.append((name, reader.description))
            return Bound(content: nil)
        }
        return parse(text, name, reader)
    }

    private mutating func value<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> T
    ) -> Bound<T> {
        guard let text = text(name) else { return Bound(content: missing()) }
        return parse(text, name, reader)
    }

    private mutating func optional<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> T?
    ) -> Bound<T?> {
        guard let text = text(name) else { return Bound(content: .some(missing())) }
        return Bound(content: parse(text, name, reader).content.map(Optional.some))
    }

    private mutating func list<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> [T]
    ) -> Bound<[T]> {
        guard let text = text(name) else { return Bound(content: missing()) }
        return elements(text, name, reader)
    }

    private mutating func list<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> [T]?
    ) -> Bound<[T]?> {
        guard let text = text(name) else { return Bound(content: .some(missing())) }
        return Bound(content: elements(text, name, reader).content.map(Optional.some))
    }

    private mutating func text(_ name: String) -> String? {
        read.insert(name)
        return environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func parse<T>(
        _ text: String, _ name: String, _ reader: ScalarReader<T>
    ) -> Bound<T> {
        let value = reader.parse(text)
        if value == nil { noteMalformed(name, reader.description) }
        return Bound(content: value)
    }

    private mutating func elements<T>(
        _ text: String, _ name: String, _ reader: ScalarReader<T>
    ) -> Bound<[T]> {
        let texts = text.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        let values = texts.compactMap(reader.parse)
        guard values.count == texts.count else {
            noteMalformed(
                name, "a list, separated by commas, of which each is \(reader.description)")
            return Bound(content: nil)
        }
        return Bound(content: values)
    }

    private mutating func noteMalformed(_ name: String, _ description: String) {
        let origin = environment.origin(of: name) ?? .code
        malformed.append(
            .init(
                code: "FLEDGE_SETTING_TYPE", name: name,
                message: "\(name) must be \(description). Correct it in \(origin)."))
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
