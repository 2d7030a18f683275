// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Foundation
import Testing

/// A value with what a rule says about it: nothing, if it is kept.
struct RuleRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let actual: [String]
    let expected: [String]

    static func kept<T: Constrained>(_ value: T, _ rule: T.Rule) -> RuleRow {
        RuleRow(value, rule, [])
    }

    static func broken<T: Constrained>(
        _ value: T, _ rule: T.Rule, _ expected: String...
    ) -> RuleRow {
        RuleRow(value, rule, expected)
    }

    private init<T: Constrained>(_ value: T, _ rule: T.Rule, _ expected: [String]) {
        testDescription = "\(value)"
        self.expected = expected
        if value.keeps(rule) {
            actual = []
        } else {
            var violations = Violations()
            value.explain(rule, to: &violations)
            actual = violations.kept.map { "\($0.pointer) \($0.code) \($0.message)" }
        }
    }
}

private struct Name: RawRepresentable, SchemaType { var rawValue: String }

@Suite struct RuleTests {
    static let params: [(violations: Violations, params: JSON)] = [
        (said("a", .length(2...)), ["min": 2]),
        (said("a", .length(2)), ["min": 2, "max": 2]),
        (said("a", .pattern("^b")), ["pattern": "^b"]),
        (said("a", .oneOf("b", "c")), ["values": ["b", "c"]]),
        (said("a", .url("ftp")), ["schemes": ["ftp"]]),
        (said("a", .email), [:]),
        (said(10, .range(...9)), ["max": 9]),
        (said(1.5, .range(0..<1)), ["min": 0.0, "lessThan": 1.0]),
        (said(0.0, .greaterThan(0)), ["greaterThan": 0.0]),
        (said(7, .multipleOf(5)), ["multipleOf": 5]),
        (said(7, .oneOf(1, 2)), ["values": [1, 2]]),
        (said([Int](), .items(1...3)), ["min": 1, "max": 3]),
        (said(["a": 1], .items(2...)), ["min": 2]),
        (said(["a"], .each(.length(2))), ["min": 2, "max": 2]),
    ]

    private static func said<T: Constrained>(_ value: T, _ rule: T.Rule) -> Violations {
        var violations = Violations()
        if !value.keeps(rule) { value.explain(rule, to: &violations) }
        return violations
    }

    @Test(arguments: params.indices)
    func `a violation has the bounds of its rule`(index: Int) {
        let row = Self.params[index]
        #expect(row.violations.kept.map { JSON.object($0.params) } == [row.params])
    }

    @Test func `an exclusive lower bound is one in the schema, too`() {
        var schema = JSONSchema(["type": "number"])
        Double.describe(.greaterThan(0), in: &schema)
        Double.describe(.lessThan(1), in: &schema)
        #expect(
            schema.json == ["type": "number", "exclusiveMinimum": 0.0, "exclusiveMaximum": 1.0])
        var bounded = JSONSchema(["type": "integer", "minimum": 0])
        UInt8.describe(.greaterThan(0), in: &bounded)
        #expect(bounded.json == ["type": "integer", "exclusiveMinimum": 0])
    }

    @Test(arguments: [
        RuleRow.kept("", .length(0...2)),
        .kept("ab", .length(0...2)),
        .broken("abc", .length(0...2), " length must have at most 2 characters"),
        .broken("a", .length(2...3), " length must have 2 to 3 characters"),
        .broken("", .length(1...), " length must have at least 1 character"),
        .broken("ab", .length(...1), " length must have at most 1 character"),
        .broken("ab", .length(0..<2), " length must have at most 1 character"),
        .broken("ab", .length(..<2), " length must have at most 1 character"),
        .broken("ab", .length(3), " length must have exactly 3 characters"),
        .broken("ab", .length(1), " length must have exactly 1 character"),
        // Scalars are counted: é in one and in two, a family of seven, all beyond one byte each.
        .kept("é", .length(1)),
        .kept("e\u{301}", .length(2)),
        .kept("👨‍👩‍👧‍👦", .length(7)),
        .kept(String(repeating: "😀", count: 80), .length(80...80)),
        .broken(
            String(repeating: "😀", count: 81), .length(...80),
            " length must have at most 80 characters"),
        .kept(Name(rawValue: "ab"), .length(2)),
        .broken(Name(rawValue: "a"), .length(2), " length must have exactly 2 characters"),
        .kept(String?.none, .length(2)),
        .kept(Patch<String>.null, .length(2)),
        .broken(Patch.value("a"), .length(2), " length must have exactly 2 characters"),
        .broken(Boxed("a"), .length(2), " length must have exactly 2 characters"),
    ])
    func `length counts Unicode scalars`(_ row: RuleRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        RuleRow.kept(18, .range(18...150)),
        .kept(150, .range(18...150)),
        .broken(17, .range(18...150), " range must be from 18 to 150"),
        .broken(151, .range(18...150), " range must be from 18 to 150"),
        .broken(Int8(-1), .range(0...), " range must be at least 0"),
        .broken(UInt64.max, .range(...9), " range must be at most 9"),
        .kept(0.999, .range(0..<1)),
        .broken(1.0, .range(0..<1), " range must be at least 0.0 and less than 1.0"),
        .broken(1.0, .range(..<1), " range must be less than 1.0"),
        .broken(Double.nan, .range(0...1), " range must be from 0.0 to 1.0"),
        .kept(0.001, .greaterThan(0)),
        .broken(0.0, .greaterThan(0), " range must be more than 0.0"),
        .broken(Double.nan, .greaterThan(0), " range must be more than 0.0"),
        .kept(1, .greaterThan(0)),
        .broken(0, .greaterThan(0), " range must be more than 0"),
        .kept(-1, .lessThan(0)),
        .broken(0, .lessThan(0), " range must be less than 0"),
        .broken(Decimal(0), .greaterThan(0), " range must be more than 0"),
        .kept(Decimal(string: "0.30") ?? 0, .range(0...1)),
        .broken(Decimal(2), .range(0...1), " range must be from 0 to 1"),
        .kept(Int?.none, .range(0...1)),
        .broken(Int?.some(2), .range(0...1), " range must be from 0 to 1"),
        .kept(15, .multipleOf(5)),
        .kept(-15, .multipleOf(5)),
        .broken(16, .multipleOf(5), " multiple_of must be a multiple of 5"),
        .broken(16, .multipleOf(0), " multiple_of must be a multiple of 0"),
        .kept(0.3, .multipleOf(0.1)),
        .kept(1.1, .multipleOf(0.01)),
        .broken(0.35, .multipleOf(0.1), " multiple_of must be a multiple of 0.1"),
        .kept(Decimal(string: "19.99") ?? 0, .multipleOf(Decimal(string: "0.01") ?? 0)),
        .broken(
            Decimal(string: "19.999") ?? 0, .multipleOf(Decimal(string: "0.01") ?? 0),
            " multiple_of must be a multiple of 0.01"),
        .broken(Decimal(1), .multipleOf(3), " multiple_of must be a multiple of 3"),
        .kept(2, .oneOf(1, 2)),
        .broken(3, .oneOf(1, 2), " enum must be one of 1, 2"),
    ])
    func `numbers are held to bounds, steps and lists`(_ row: RuleRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        RuleRow.kept("red", .oneOf("red", "blue")),
        .broken("Red", .oneOf("red", "blue"), " enum must be one of red, blue"),
        .kept("ABC-1", .pattern("^[A-Z]{3}-[0-9]+$")),
        .broken(
            "ABC", .pattern("^[A-Z]{3}-[0-9]+$"),
            " pattern must match the pattern ^[A-Z]{3}-[0-9]+$"),
        .broken(
            "ABC", .pattern("^[A-Z]{3}-[0-9]+$", "must be a code such as ABC-1"),
            " pattern must be a code such as ABC-1"),
        .broken(
            "a", .pattern("(a"),
            " pattern cannot be checked, because its pattern is wrong: '(' without ')' at position 0"
        ),
        .kept([1, 2], .items(1...2)),
        .broken([1, 2, 3], .items(1...2), " items must have 1 to 2 items"),
        .broken([Int](), .items(1...), " items must have at least 1 item"),
        .broken([1], .items(2), " items must have exactly 2 items"),
        .kept([1, 2], .unique),
        .broken([1, 2, 1], .unique, " unique must not repeat an item: 0 and 2 are equal"),
        .broken(
            Array(0..<20) + [7], .unique, " unique must not repeat an item: 7 and 20 are equal"),
        .broken(
            ["a", "bb", ""], .each(.length(1)), "/1 length must have exactly 1 character",
            "/2 length must have exactly 1 character"),
        .broken(
            [["a"], ["bb"]], .each(.each(.length(1))), "/1/0 length must have exactly 1 character"),
        .broken(Set([1, 2]), .items(3...), " items must have at least 3 items"),
        .broken(
            ["x": 1, "a/b": 2], .each(.range(...0)), "/a~1b range must be at most 0",
            "/x range must be at most 0"),
        .broken(["x": 1], .items(2...), " items must have at least 2 entries"),
    ])
    func `texts, lists and dictionaries have rules of their own`(_ row: RuleRow) {
        #expect(row.actual == row.expected)
    }
}
