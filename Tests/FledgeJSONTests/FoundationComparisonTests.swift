// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

/// What we accept, Foundation accepts and reads as the same.
///
/// Not the other way round: Foundation takes UTF-16, a byte order mark, names that stand twice and
/// more levels. And of the values: a number that no `Int` or `Double` holds keeps its digits here,
/// names are told apart by their bytes, and doubles are the nearest, while Foundation goes through
/// decimals and misses the last bits of some (`1e-78`); `NumberTests` hold ours to `strtod`.
@Suite struct FoundationComparisonTests {
    @Test func `of every file of the suite`() {
        let differing = JSONTestSuiteTests.files.filter { !agrees($0.bytes) }
        #expect(differing.map(\.name).isEmpty)
    }

    @Test func `of mutations of the files`() {
        var random = SystemRandomNumberGenerator()
        let files = JSONTestSuiteTests.files.filter {
            1..<200 ~= $0.bytes.count && (try? JSONReader.decode(JSON.self, from: $0.bytes)) != nil
        }
        var accepted = 0
        var differing: [String] = []
        for _ in 0..<4_000 {
            guard var bytes = files.randomElement(using: &random)?.bytes,
                let other = files.randomElement(using: &random)?.bytes
            else { return }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            // Another document in the place of a byte is often a document again.
            bytes.replaceSubrange(place...place, with: Bool.random() ? other : [other[0]])
            if (try? JSONReader.decode(JSON.self, from: bytes)) != nil { accepted += 1 }
            if !agrees(bytes) { differing.append(String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(differing.isEmpty)
        // Or it would say nothing.
        #expect(accepted > 100)
    }

    private func agrees(_ bytes: [UInt8]) -> Bool {
        guard let ours = try? JSONReader.decode(JSON.self, from: bytes) else { return true }
        let theirs = try? JSONSerialization.jsonObject(
            with: Data(bytes), options: .fragmentsAllowed)
        guard let theirs else { return hasLiteral(ours) }
        return isSame(ours, theirs)
    }

    private func isSame(_ ours: JSON, _ theirs: Any) -> Bool {
        switch ours {
        case .literal: return theirs is NSNumber
        case .null: return theirs is NSNull
        case .bool(let value): return (theirs as? NSNumber)?.boolValue == value
        case .integer(let value): return (theirs as? NSNumber)?.int64Value == Int64(value)
        case .number(let value):
            guard let theirs = (theirs as? NSNumber)?.doubleValue else { return false }
            return abs(theirs - value) <= abs(value) * 1e-15
        case .string(let value):
            return (theirs as? String).map { $0.utf8.elementsEqual(value.utf8) } ?? false
        case .array(let elements):
            guard let theirs = theirs as? [Any], theirs.count == elements.count else {
                return false
            }
            return zip(elements, theirs).allSatisfy { isSame($0, $1) }
        case .object(let object):
            guard let theirs = theirs as? [String: Any],
                theirs.count == Set(object.map(\.name)).count
            else { return false }
            guard theirs.count == object.count else { return true }
            return object.allSatisfy { member in
                theirs[member.name].map { isSame(member.value, $0) } ?? false
            }
        }
    }

    private func hasLiteral(_ value: JSON) -> Bool {
        switch value {
        case .literal: true
        case .array(let elements): elements.contains(where: hasLiteral)
        case .object(let object): object.contains { hasLiteral($0.value) }
        default: false
        }
    }
}
