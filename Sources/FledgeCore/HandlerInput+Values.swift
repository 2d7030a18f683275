// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

// One function for each form of a parameter: plain, optional, list; each with and without a
// default; each for types that are a `ParameterValue` and for those that are read through their raw
// value. The latter are disfavoured, so that a type that is both is not ambiguous.
extension HandlerInput {
    /// A value from the path if its name stands there, else from the query.
    ///
    /// Required.
    public mutating func read<T: ParameterValue>(_ name: String, _: T.Type) -> Bound<T> {
        value(name, .init(T.parameterDescription, T.init(parameter:)), missing: nil)
    }

    /// As above, with a default for a query that does not have it.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: T.Type, default: @autoclosure () -> T
    ) -> Bound<T> {
        withoutActuallyEscaping(`default`) { missing in
            value(name, .init(T.parameterDescription, T.init(parameter:)), missing: missing)
        }
    }

    /// `nil` when the query does not have it.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: T?.Type, default: @autoclosure () -> T? = nil
    ) -> Bound<T?> {
        optional(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// All values under the name, or the segments of a catch-all.
    ///
    /// None of them is an empty list.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: [T].Type, default: @autoclosure () -> [T] = []
    ) -> Bound<[T]> {
        list(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// `nil` when the query does not have the name at all.
    public mutating func read<T: ParameterValue>(
        _ name: String, _: [T]?.Type, default: @autoclosure () -> [T]? = nil
    ) -> Bound<[T]?> {
        optionalList(name, .init(T.parameterDescription, T.init(parameter:)), missing: `default`)
    }

    /// An enum or an id over a scalar.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(_ name: String, _: T.Type) -> Bound<T>
    where T.RawValue: ParameterValue {
        value(name, .raw(T.self), missing: nil)
    }

    /// An enum or an id over a scalar, with a default.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: T.Type, default: @autoclosure () -> T
    ) -> Bound<T> where T.RawValue: ParameterValue {
        withoutActuallyEscaping(`default`) { value(name, .raw(T.self), missing: $0) }
    }

    /// An enum or an id over a scalar that may be missing.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: T?.Type, default: @autoclosure () -> T? = nil
    ) -> Bound<T?> where T.RawValue: ParameterValue {
        optional(name, .raw(T.self), missing: `default`)
    }

    /// Enums or ids over a scalar.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: [T].Type, default: @autoclosure () -> [T] = []
    ) -> Bound<[T]> where T.RawValue: ParameterValue {
        list(name, .raw(T.self), missing: `default`)
    }

    /// Enums or ids over a scalar that may be missing.
    @_disfavoredOverload
    public mutating func read<T: RawRepresentable>(
        _ name: String, _: [T]?.Type, default: @autoclosure () -> [T]? = nil
    ) -> Bound<[T]?> where T.RawValue: ParameterValue {
        optionalList(name, .raw(T.self), missing: `default`)
    }
}

extension HandlerInput {
    private mutating func value<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: (() -> T)?
    ) -> Bound<T> {
        if let text = request.pathText(name) { return path(text, reader) }
        switch single(name, reader) {
        case .success(let value?): return Bound(content: value)
        case .success(nil):
            if let missing { return Bound(content: missing()) }
            note(name, "missing", "is required and must be \(reader.description).")
            return Bound(content: nil)
        case .failure:
            return Bound(content: nil)
        }
    }

    private mutating func optional<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> T?
    ) -> Bound<T?> {
        if let text = request.pathText(name) {
            return Bound(content: path(text, reader).content.map(Optional.some))
        }
        return switch single(name, reader) {
        case .success(let value): Bound(content: .some(value ?? missing()))
        case .failure: Bound(content: nil)
        }
    }

    private mutating func list<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> [T]
    ) -> Bound<[T]> {
        if let segments = request.pathSegments(name) { return path(segments, reader) }
        let texts = queryTexts(name, reader)
        return texts.isEmpty ? Bound(content: missing()) : several(name, texts, reader)
    }

    private mutating func optionalList<T>(
        _ name: String, _ reader: ScalarReader<T>, missing: () -> [T]?
    ) -> Bound<[T]?> {
        if let segments = request.pathSegments(name) {
            return Bound(content: path(segments, reader).content.map(Optional.some))
        }
        let texts = queryTexts(name, reader)
        guard !texts.isEmpty else { return Bound(content: .some(missing())) }
        return Bound(content: several(name, texts, reader).content.map(Optional.some))
    }

    /// A path that does not parse is a path that does not exist.
    private mutating func path<T>(_ text: String, _ reader: ScalarReader<T>) -> Bound<T> {
        let value = reader.parse(text)
        if value == nil { failures.path = true }
        return Bound(content: value)
    }

    private mutating func path<T>(_ texts: [String], _ reader: ScalarReader<T>) -> Bound<[T]> {
        let values = texts.compactMap(reader.parse)
        guard values.count == texts.count else {
            failures.path = true
            return Bound(content: nil)
        }
        return Bound(content: values)
    }

    private struct Noted: Error {}

    /// The one value of the query; `nil` when it is missing.
    private mutating func single<T>(
        _ name: String, _ reader: ScalarReader<T>
    ) -> Result<T?, Noted> {
        let texts = queryTexts(name, reader)
        guard texts.count <= 1 else {
            note(name, "repeated", "was given \(texts.count) times; it takes one value.")
            return .failure(Noted())
        }
        guard let text = texts.first else { return .success(nil) }
        guard let value = read(text, name, reader) else { return .failure(Noted()) }
        return .success(value)
    }

    private mutating func several<T>(
        _ name: String, _ texts: [QueryText], _ reader: ScalarReader<T>
    ) -> Bound<[T]> {
        let values = texts.compactMap { read($0, name, reader) }
        return Bound(content: values.count == texts.count ? values : nil)
    }

    private mutating func read<T>(
        _ text: QueryText, _ name: String, _ reader: ScalarReader<T>
    ) -> T? {
        guard text.isWellFormed else {
            note(name, "encoding", "is not valid percent-encoded UTF-8.")
            return nil
        }
        guard let value = reader.parse(text.value) else {
            note(name, "type", "must be \(reader.description).")
            return nil
        }
        return value
    }

    private mutating func note(_ name: String, _ code: String, _ what: String) {
        let message = "The query parameter '\(name)' \(what)"
        failures.query.append(.init(.parameter(name), code: code, message))
    }

    private struct QueryText {
        let value: String
        let isWellFormed: Bool
    }

    /// The rules of `docs/Binding.md`: `tag[]` is `tag`, a bare name is yes for a flag, and an empty
    /// value of anything but text counts as missing, since that is how forms send it.
    private func queryTexts<T>(_ name: String, _ reader: ScalarReader<T>) -> [QueryText] {
        request.query.compactMap { pair in
            guard pair.name == name || pair.name == name + "[]" else { return nil }
            if reader.takesBareName, !pair.hasEqualsSign {
                return QueryText(value: "true", isWellFormed: true)
            }
            if pair.value.isEmpty, !reader.takesEmptyText { return nil }
            return QueryText(value: pair.value, isWellFormed: pair.isWellFormed)
        }
    }
}
