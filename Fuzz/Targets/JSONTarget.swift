// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation

extension FuzzTarget {
    static let json = FuzzTarget(name: "json") { JSONCheck.all($0) }
}

/// The properties of `JSONReader` and `JSONWriter`.
private enum JSONCheck {
    static func all(_ input: [UInt8]) {
        let open = read(JSON.self, input)
        checkAgainstReference(input, open)
        checkAgainstFoundation(input, open)
        expectSameMistake(open, read(Passed.self, input), "passed over")
        if case .success(let value) = open { checkRoundTrip(value) }
        checkTyped(Customer.self, input, open)
        checkTyped(Order.self, input, open)
        checkTyped([Payment].self, input, open)
        checkTyped([String: Decimal].self, input, open)
        checkTyped([Date].self, input, open, isExact: false)
        checkTyped([UUID?].self, input, open)
        checkTyped([Data].self, input, open)
        checkTyped([URL].self, input, open)
        checkNumbers(input)
    }

    private static func read<Value: SchemaType>(
        _ type: Value.Type, _ input: [UInt8]
    ) -> Result<Value, DecodingFailure> {
        Result { () throws(DecodingFailure) in try JSONReader.decode(type, from: input) }
    }

    private static func checkAgainstReference(
        _ input: [UInt8], _ open: Result<JSON, DecodingFailure>
    ) {
        let reference = ReferenceJSON.read(input)
        switch (open, reference) {
        case (.success(let value), let reference?):
            expect(reference.isSame(as: value), "another value than the reference: \(value)")
        case (.failure, nil): break
        case (.success, nil): violation("accepted, and the reference refuses")
        case (.failure(let failure), _?): violation("refused, and not by the reference: \(failure)")
        }
        if case .failure(.invalid) = open { violation("an open value has no violations") }
    }

    /// What is accepted, Foundation accepts; numbers beyond its own it may refuse.
    private static func checkAgainstFoundation(
        _ input: [UInt8], _ open: Result<JSON, DecodingFailure>
    ) {
        guard case .success(let value) = open, !hasLiteral(value) else { return }
        let options = JSONSerialization.ReadingOptions.fragmentsAllowed
        let theirs = try? JSONSerialization.jsonObject(with: Data(input), options: options)
        expect(theirs != nil, "accepted, and Foundation refuses")
    }

    private static func hasLiteral(_ value: JSON) -> Bool {
        switch value {
        case .literal: true
        case .array(let elements): elements.contains(where: hasLiteral)
        case .object(let object): object.contains { hasLiteral($0.value) }
        default: false
        }
    }

    private static func checkRoundTrip(_ value: JSON) {
        guard let bytes = try? JSONWriter.encode(value) else {
            violation("what was read cannot be written")
        }
        guard case .success(let again) = read(JSON.self, bytes) else {
            violation("what was written cannot be read")
        }
        expectEqual(again, value, "read again")
        expectEqual(try? JSONWriter.encode(again), bytes, "written again")
    }

    /// Other code reads the same text: its mistakes are the same, and its violations have a place.
    ///
    /// `isExact` says that all of a value is written; of a date the milliseconds are.
    private static func checkTyped<Value: SchemaType & Equatable>(
        _ type: Value.Type, _ input: [UInt8], _ open: Result<JSON, DecodingFailure>,
        isExact: Bool = true
    ) {
        let typed = read(type, input)
        expectSameMistake(open, typed, "as \(type)")
        switch typed {
        case .success(let value):
            guard let bytes = try? JSONWriter.encode(value) else { violation("cannot be written") }
            guard case .success(let again) = read(type, bytes) else { violation("cannot be read") }
            if isExact { expectEqual(again, value, "\(type), read again") }
            expectEqual(try? JSONWriter.encode(again), bytes, "\(type), written again")
        case .failure(.invalid(let all)):
            expect((1...100).contains(all.count), "\(all.count) violations")
            let places = all.map(\.pointer).filter { !$0.isEmpty && !$0.hasPrefix("/") }
            expect(places.isEmpty, "no pointers: \(places)")
        case .failure(.malformed): break
        }
    }

    /// Of repeated names each type finds another first, or another mistake before; none takes them.
    private static func expectSameMistake<Value>(
        _ open: Result<JSON, DecodingFailure>, _ other: Result<Value, DecodingFailure>,
        _ what: String
    ) {
        let mistakes = (mistake(open), mistake(other))
        if mistakes.0?.kind == .duplicateKey {
            return expect(mistakes.1 != nil, "a repeated name is taken \(what)")
        }
        // Names that differ by their bytes can be one to a dictionary.
        if mistakes.1?.kind == .duplicateKey { return }
        expectEqual(mistakes.1, mistakes.0, what)
    }

    private static func mistake<Value>(
        _ result: Result<Value, DecodingFailure>
    ) -> JSONSyntaxError? {
        if case .failure(.malformed(let error)) = result { error } else { nil }
    }

    private static func checkNumbers(_ input: [UInt8]) {
        guard case .number(let text)? = ReferenceJSON.read(input) else { return }
        let nearest = strtod(text, nil)
        let double = try? read(Double.self, input).get()
        expect(double?.bitPattern == (nearest.isFinite ? nearest.bitPattern : nil), "a double")
        if let whole = Int(text) { expectEqual(try? read(Int.self, input).get(), whole, "an Int") }
        if let whole = UInt64(text) {
            expectEqual(try? read(UInt64.self, input).get(), whole, "a UInt64")
        }
        if case .success(let whole) = read(Int.self, input) {
            expect(Double(whole) == nearest, "an Int that is not the number")
        }
    }
}

/// Any value, passed over.
private struct Passed: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) { try reader.skipValue() }
    func write(to writer: inout JSONWriter) { writer.null() }
    static func describe(in registry: inout SchemaRegistry) -> JSONSchema { JSONSchema([:]) }
}
