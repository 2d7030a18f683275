// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

private enum Status: String, CaseIterable, SchemaType { case open, closed }
private enum Level: Int, CaseIterable, SchemaType { case low = 1, high = 9 }
private struct UserID: RawRepresentable, SchemaType, Hashable { var rawValue: UUID }
private struct Code: RawRepresentable, SchemaType {
    var rawValue: String
    init?(rawValue: String) {
        guard rawValue.count == 3 else { return nil }
        self.rawValue = rawValue
    }
}

@Suite struct ValueTests {
    private func survives<Value: SchemaType & Equatable>(_ value: Value, _ text: String) throws {
        #expect(try written(value) == text)
        #expect(try JSONReader.decode(Value.self, from: text) == value)
    }

    @Test func `values survive, in this form`() throws {
        try survives(true, "true")
        try survives("a\"b\\c/d\n\u{1}é😀", #""a\"b\\c/d\n\u0001é😀""#)
        try survives(
            UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"),
            #""E621E1F8-C36C-495A-93FC-0C247A3E6E5F""#)
        try survives(Date(timeIntervalSince1970: 1_795_359_845), #""2026-11-22T15:04:05Z""#)
        try survives(Date(timeIntervalSince1970: -0.5), #""1969-12-31T23:59:59.500Z""#)
        try survives(
            Date(timeIntervalSince1970: 253_402_300_799.999), #""9999-12-31T23:59:59.999Z""#)
        try survives(Date(timeIntervalSince1970: -62_167_219_200), #""0000-01-01T00:00:00Z""#)
        try survives(URL(string: "https://a.example/x?y=1#z"), #""https://a.example/x?y=1#z""#)
        try survives(Data([0, 255, 16]), #""AP8Q""#)
        try survives(["b": [1], "a": []], #"{"a":[],"b":[1]}"#)
        try survives([[1, nil], []] as [[Int?]], "[[1,null],[]]")
        try survives(Set(["one"]), #"["one"]"#)
        try survives(Boxed([1, 2]), "[1,2]")
        try survives(Status.closed, #""closed""#)
        try survives(Level.high, "9")
        try survives(Patch.value(3), "3")
        try survives(Patch<Int>.null, "null")
    }

    @Test(arguments: ["0.1", "-12.50", "123456789012345678901234567890.12345678", "1E+30", "7e-20"])
    func `decimals survive with every digit`(text: String) throws {
        let value = try #require(Decimal(string: text))
        #expect(try JSONReader.decode(Decimal.self, from: text) == value)
        #expect(try JSONReader.decode(Decimal.self, from: "\"\(text)\"") == value)
        #expect(try JSONReader.decode(Decimal.self, from: written(value)) == value)
    }

    @Test(
        arguments: [
            "1e9223372036854775807", "0.1e-9223372036854775808", "10e-9223372036854775808",
            "1e99999999999999999999", "1e-99999999999999999999", "1e400", "1e-400", "1e200",
        ])
    func `a decimal whose exponent is beyond is refused`(text: String) {
        #expect(
            violations(Decimal.self, text) == [
                " type must be a decimal number of at most 38 digits"
            ])
        #expect(JSON.Literal(text)?.decimal == nil)
    }

    static let wrong: [Row<@Sendable () -> [String], String>] = [
        Row("a UUID", { violations(UUID.self, #""x""#) }, "uuid must be a UUID"),
        Row("a URL", { violations(URL.self, #""no url""#) }, "url must be an absolute URL"),
        Row("a relative URL", { violations(URL.self, #""/path""#) }, "url must be an absolute URL"),
        Row(
            "a date", { violations(Date.self, #""2026-02-30""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a day, which is no date-time", { violations(Date.self, #""2026-11-22""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a leap second at noon", { violations(Date.self, #""2016-12-31T12:59:60Z""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a leap second before midnight elsewhere",
            { violations(Date.self, #""2016-12-31T23:59:60+01:00""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a second 61", { violations(Date.self, #""2016-12-31T23:59:61Z""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a leap second that leads into the year 10,000",
            { violations(Date.self, #""9999-12-31T23:59:60Z""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a fraction that rounds into the year 10,000",
            { violations(Date.self, #""9999-12-31T23:59:59.9996Z""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "an offset that leads before the year 0",
            { violations(Date.self, #""0000-01-01T00:00:00+00:01""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "an offset that leads into the year 10,000",
            { violations(Date.self, #""9999-12-31T23:59:59-00:01""#) },
            "date must be a date such as 2026-11-22T15:04:05Z"),
        Row(
            "a date as a number", { violations(Date.self, "1") },
            "type must be a date such as 2026-11-22T15:04:05Z"),
        Row("base64", { violations(Data.self, #""***""#) }, "base64 must be base64 text"),
        Row(
            "a decimal of 40 digits",
            { violations(Decimal.self, "1234567890123456789012345678901234567890.5") },
            "type must be a decimal number of at most 38 digits"),
        Row(
            "a decimal as text", { violations(Decimal.self, #""1,5""#) },
            "type must be a decimal number of at most 38 digits"),
        Row(
            "a set with a repeat", { violations(Set<Int>.self, "[1,2,1]") },
            "unique must not repeat an element"),
        Row("a case", { violations(Status.self, #""lost""#) }, "enum must be one of open, closed"),
        Row("a case of numbers", { violations(Level.self, "2") }, "enum must be one of 1, 9"),
        Row(
            "a raw value of another type", { violations(Status.self, "1") }, "type must be a string"
        ),
        Row(
            "a value that its type refuses", { violations(Code.self, #""toolong""#) },
            "enum must be one of the values that are known here"),
        Row("a flag", { violations(Bool.self, "0") }, "type must be true or false"),
    ]

    @Test(arguments: wrong)
    func `what is no such value is told in words`(row: Row<@Sendable () -> [String], String>) {
        #expect(row.input() == [" " + row.output])
    }

    @Test func `a date that RFC 3339 does not have fails the writing`() {
        #expect(throws: JSONWritingError.self) { try written(Date(timeIntervalSince1970: 1e12)) }
    }

    // RFC 3339, 5.7, and its examples in 5.8.
    @Test(
        arguments: [
            ("1990-12-31T23:59:60Z", "1991-01-01T00:00:00Z"),
            ("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00Z"),
            ("2017-01-01T05:29:60+05:30", "2017-01-01T00:00:00Z"),
            ("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.500Z"),
        ])
    func `a leap second is the second after it`(text: String, read: String) throws {
        let date = try JSONReader.decode(Date.self, from: "\"\(text)\"")
        #expect(try written(date) == "\"\(read)\"")
    }

    // JavaScript has no finer dates.
    @Test func `of a fraction the milliseconds are written`() throws {
        let date = try JSONReader.decode(Date.self, from: #""2026-11-22T15:04:05.1213+01:00""#)
        #expect(try written(date) == #""2026-11-22T14:04:05.121Z""#)
        let last = try JSONReader.decode(Date.self, from: #""9999-12-31T23:59:59.9994Z""#)
        #expect(try written(last) == #""9999-12-31T23:59:59.999Z""#)
    }

    @Test func `a patch tells absent, null and a value apart`() {
        #expect(Patch<Int>.valueWhenAbsent == .some(.absent))
        #expect(Patch<Int>.absent.isAbsent && !Patch<Int>.null.isAbsent)
        #expect(Patch.absent.applied(to: 1) == 1)
        #expect(Patch.null.applied(to: 1) == nil)
        #expect(Patch.value(2).applied(to: 1) == 2)
    }

    @Test func `other coders see the same names and values`() throws {
        let customer = Customer(name: "Ada", email: "e", age: 36, tags: ["x"])
        let data = try JSONEncoder().encode(customer)
        #expect(try JSONReader.decode(Customer.self, from: Array(data)) == customer)
        #expect(try JSONDecoder().decode(Customer.self, from: data) == customer)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Customer.self, from: Data(#"{"name":"","email":"e"}"#.utf8))
        }
        let statuses = try JSONDecoder().decode([Status].self, from: Data(#"["open"]"#.utf8))
        #expect(statuses == [.open])
        #expect(String(decoding: try JSONEncoder().encode([Level.high]), as: UTF8.self) == "[9]")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Status].self, from: Data(#"["lost"]"#.utf8))
        }
        let payments = [Payment.cash, .line(Line(product: 1, quantity: 2))]
        let coded = try JSONEncoder().encode(payments)
        #expect(try JSONReader.decode([Payment].self, from: Array(coded)) == payments)
        #expect(try JSONDecoder().decode([Payment].self, from: coded) == payments)
    }

    @Test func `identifiers and enums conform without a line of code`() throws {
        let id = UserID(rawValue: UUID())
        #expect(try JSONReader.decode(UserID.self, from: written(id)) == id)
        var registry = SchemaRegistry(mode: .input)
        #expect(Status.describe(in: &registry).members["enum"] == ["open", "closed"])
        #expect(Level?.describe(in: &registry).members["anyOf"] != nil)
        #expect(UserID.describe(in: &registry).members["format"] == "uuid")
    }
}
