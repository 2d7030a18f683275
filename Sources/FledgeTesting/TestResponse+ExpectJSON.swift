// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
import FledgeJSON
import NIOCore
public import Testing

extension TestResponse {
    /// Expects a body of JSON, compared as JSON: the order of members and the space between do not
    /// count.
    ///
    ///     try response.expect(json: ["id": 0, "name": "Ada"], ignoring: ["id"])
    ///
    /// - Parameters:
    ///   - expected: The whole body.
    ///   - ignoring: What changes from run to run: the name of a member, left out wherever it stands,
    ///     or the place of one value as a JSON Pointer (`"/lines/0/id"`).
    ///   - sourceLocation: The line of the caller, unless told.
    /// - Returns: The response itself.
    /// - Throws: `ExpectationFailedError`, which the test does not report a second time.
    @discardableResult
    public func expect(
        json expected: JSON, ignoring: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> TestResponse {
        let found = try json(JSON.self, sourceLocation: sourceLocation)
        let difference = JSONDifference.first(
            found.leaving(out: ignoring), expected.leaving(out: ignoring))
        try requireNo(difference, at: sourceLocation)
        return self
    }

    /// Expects a body of JSON that is given as text, as recorded tests have it.
    ///
    /// - Parameters:
    ///   - text: The whole body.
    ///   - ignoring: As in ``expect(json:ignoring:sourceLocation:)``.
    ///   - sourceLocation: The line of the caller, unless told.
    /// - Returns: The response itself.
    /// - Throws: `ExpectationFailedError`; an error of the text when that is no JSON.
    @discardableResult
    public func expect(
        jsonText text: String, ignoring: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> TestResponse {
        let expected = try JSONCoding.decode(
            JSON.self, from: ByteBuffer(string: text), maximumDepth: 512)
        return try expect(json: expected, ignoring: ignoring, sourceLocation: sourceLocation)
    }
}

extension JSON {
    /// Compact, as it is sent.
    fileprivate var text: String {
        let bytes = (try? JSONWriter.withEncodedBytes(self) { Array($0) }) ?? []
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Without the members of these names, and what stands at these pointers.
    func leaving(out names: [String]) -> JSON {
        let paths = names.filter { $0.hasPrefix("/") }
        return leaving(out: Set(names).subtracting(paths), Set(paths), at: "")
    }

    private func leaving(out names: Set<String>, _ paths: Set<String>, at path: String) -> JSON {
        switch self {
        case .object(let members):
            var kept = Object()
            for member in members where !names.contains(member.name) {
                let place = "\(path)/\(member.name.asPointerToken)"
                guard !paths.contains(place) else { continue }
                kept[member.name] = member.value.leaving(out: names, paths, at: place)
            }
            return .object(kept)
        case .array(let values):
            return .array(
                values.enumerated().compactMap { index, value in
                    let place = "\(path)/\(index)"
                    return paths.contains(place) ? nil : value.leaving(out: names, paths, at: place)
                })
        default:
            return self
        }
    }
}

extension String {
    /// As one token of a JSON Pointer (RFC 6901, 3).
    fileprivate var asPointerToken: String {
        replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

/// The first place at which two JSON values differ.
enum JSONDifference {
    /// - Returns: A sentence with the JSON Pointer of the place; `nil` when there is none.
    static func first(_ found: JSON, _ expected: JSON, at path: String = "") -> String? {
        switch (found, expected) {
        case (.object(let found), .object(let expected)):
            return first(found, expected, path)
        case (.array(let found), .array(let expected)):
            for (index, pair) in zip(found, expected).enumerated() {
                if let difference = first(pair.0, pair.1, at: "\(path)/\(index)") {
                    return difference
                }
            }
            guard found.count != expected.count else { return nil }
            return "\(place(path)) has \(found.count) elements, not \(expected.count)."
        default:
            guard found != expected else { return nil }
            return "\(place(path)) is \(found.text), not \(expected.text)."
        }
    }

    private static func first(
        _ found: JSON.Object, _ expected: JSON.Object, _ path: String
    ) -> String? {
        for member in expected {
            let here = "\(path)/\(member.name.asPointerToken)"
            guard let value = found[member.name] else { return "\(here) is missing." }
            if let difference = first(value, member.value, at: here) { return difference }
        }
        let surplus = found.first { expected[$0.name] == nil }
        return surplus.map { "\(path)/\($0.name.asPointerToken) is there and not expected." }
    }

    private static func place(_ path: String) -> String { path.isEmpty ? "The body" : path }
}
