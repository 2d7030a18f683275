// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

private enum Color: String { case red, blue }
private struct ItemID: RawRepresentable { let rawValue: Int }

@Suite struct SQLTests {
    private func statement(_ sql: SQL) -> SQLStatement { sql.statement(for: .sqlite) }

    @Test func `a value is bound, whatever it says`() {
        let hostile = "'; DROP TABLE users; --"
        let result = statement("SELECT * FROM users WHERE name = \(hostile)")
        #expect(result.text == "SELECT * FROM users WHERE name = ?")
        #expect(result.values == [.text(hostile)])
    }

    @Test func `every kind of value keeps its kind`() {
        let none: String? = nil
        let color: Color? = nil
        let sql: SQL = """
            \(1)\(true)\(2.5)\("x")\(none)\([UInt8](arrayLiteral: 7))\(Color.red)\(color)\
            \(ItemID(rawValue: 9))
            """
        #expect(
            statement(sql).values == [
                .integer(1), .integer(1), .real(2.5), .text("x"), .null, .blob([7]), .text("red"),
                .null, .integer(9),
            ])
    }

    @Test func `a list becomes placeholders, and an empty one stays legal`() {
        let result = statement("IN (\([1, 2, 3])) OR c IN (\([Color.red, .blue]))")
        #expect(result.text == "IN (?, ?, ?) OR c IN (?, ?)")
        #expect(result.values.count == 5)
        #expect(statement("IN (\([Int]()))").text == "IN ()")
    }

    @Test func `an identifier is quoted, quotes inside are doubled and NUL is dropped`() {
        #expect(statement("\(identifier: "a\"b\0c")").text == "\"a\"\"bc\"")
    }

    @Test func `fragments nest with their values in order`() {
        let conditions: [SQL] = ["a = \(1)", "b = \("x")"]
        let clause = conditions.joined(separator: " AND ")
        let result = statement("SELECT * FROM t WHERE \(clause) LIMIT \(5)")
        #expect(result.text == "SELECT * FROM t WHERE a = ? AND b = ? LIMIT ?")
        #expect(result.values == [.integer(1), .text("x"), .integer(5)])
    }

    @Test func `raw text goes in as it is`() {
        #expect(statement("ORDER BY name \(unsafeRaw: "DESC")").text == "ORDER BY name DESC")
    }

    @Test func `another dialect numbers the placeholders across fragments`() {
        let numbered = SQLDialect(name: "numbered", emptyList: { $0 += "NULL" }) { "$\($0)" }
        let inner: SQL = "b = \(2)"
        let sql: SQL = "a = \(1) AND \(inner) AND c IN (\([3, 4]))"
        #expect(sql.statement(for: numbered).text == "a = $1 AND b = $2 AND c IN ($3, $4)")
    }

    @Test func `the description shows no value`() {
        let secret = "hunter2"
        #expect("\("p = \(secret)" as SQL)" == "p = ?")
    }

    @Test func `a text that may be different every time is not kept prepared`() {
        #expect(statement("SELECT \(1) IN (\([1, 2]))").isReusable)
        #expect(!statement("SELECT \(1) IN (\(Array(1...9)))").isReusable)
        #expect(!statement("SELECT \(unsafeRaw: "1")").isReusable)
    }

    @Test(
        arguments: [
            ("n IN (\([Int]()))", "n = ANY ('{}')"), ("n NOT IN (\([Int]()))", "n <> ALL ('{}')"),
            ("n not in  ( \([Int]()))", "n <> ALL ('{}')"), ("f(\([Int]()))", "f(NULL)"),
            ("n IN (\([1]))", "n IN ($1)"),
        ] as [(SQL, String)])
    func `an empty list is an empty array where IN () is no grammar`(sql: SQL, text: String) {
        let written = sql.statement(for: .postgres).text
        #expect(written.split(separator: " ") == text.split(separator: " "))
    }

    @Test func `a list as one value is one placeholder`() {
        let result = statement("= ANY(\(array: [1, 2]))")
        #expect(result.text == "= ANY(?)")
        #expect(result.values == [.array([.integer(1), .integer(2)])])
    }
}
