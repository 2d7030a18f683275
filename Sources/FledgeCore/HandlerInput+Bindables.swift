// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
public import FledgeJSON

extension HandlerInput {
    /// A type that fills itself from the request.
    public mutating func read<T: RequestBindable & SendableMetatype>(
        _ name: String, _: T.Type
    ) -> sending Bound<T> {
        do {
            return Bound(content: try T.bind(from: request, name: name))
        } catch {
            return Bound(content: failed(error))
        }
    }

    /// A type that fills itself from the request, if it is there.
    public mutating func read<T: OptionalRequestBindable & SendableMetatype>(
        _ name: String, _: T?.Type
    ) -> sending Bound<T?> {
        do {
            return Bound(content: .some(try T.bindIfPresent(from: request, name: name)))
        } catch {
            return Bound(content: failed(error))
        }
    }

    /// A type that fills itself from the request and has to wait for it, which `check` does.
    public mutating func read<T: AsyncRequestBindable & SendableMetatype>(
        _ name: String, _: T.Type
    ) -> PendingBound<T> {
        let read = PendingBound<T>(name: name)
        pending.append(read)
        return read
    }

    /// Keeps the first error.
    private mutating func failed<T>(_ error: any Error) -> sending T? {
        failures.bindable = failures.bindable ?? error
        return nil
    }

    /// The compiler's message for a type that nothing above takes.
    @available(
        *, unavailable,
        message:
            "Fledge cannot bind this parameter. Let its type conform to ParameterValue (one value of the path or the query), RequestBindable (made from the request), or call the parameter 'body' or 'query' for a Decodable type."
    )
    @_disfavoredOverload
    public mutating func read<T>(_ name: String, _: T.Type) -> Bound<T> {
        Bound(content: nil)
    }

    /// The compiler's message for a type that nothing above takes, with a default.
    @available(
        *, unavailable,
        message:
            "Fledge cannot bind this parameter. A parameter with a default value comes from the query: let its type conform to ParameterValue."
    )
    @_disfavoredOverload
    public mutating func read<T>(
        _ name: String, _: T.Type, default: @autoclosure () -> T
    ) -> Bound<T> {
        Bound(content: nil)
    }

    /// The whole query string as one value: `query: Filter`.
    public mutating func query<T: Decodable>(_: T.Type) -> Bound<T> {
        do {
            return Bound(content: try QueryCoding.decode(T.self, from: request.query))
        } catch let error as QueryCoding.Failure {
            failures.query += error.violations.map { $0.problemViolation { .parameter($0) } }
        } catch {
            failures.bindable = failures.bindable ?? error
        }
        return Bound(content: nil)
    }

    /// The whole query string as one value with a schema; everything that does not fit is told.
    public mutating func query<T: SchemaType>(_: T.Type) -> Bound<T> {
        do throws(FormFailure) {
            let fields = request.query.map(FormField.init)
            let options = JSONReader.Options(depth: request.limits.jsonDepth)
            return Bound(content: try FormReader.decode(T.self, from: fields, options: options))
        } catch {
            failures.query += error.violations.map(Self.queryViolation)
        }
        return Bound(content: nil)
    }

    private static func queryViolation(
        _ violation: FledgeJSON.Violation
    ) -> Problem.Violation {
        let name = FormReader.name(at: violation.pointer)
        let subject = name.isEmpty ? "The query" : "The query parameter '\(name.shortenedName)'"
        return .init(
            .parameter(name), code: violation.code, "\(subject) \(violation.message).",
            params: violation.params)
    }
}
