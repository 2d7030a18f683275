// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgePostgres
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One value of a type of the server: how it is written in SQL, and what it becomes.
private struct Sample: Sendable, CustomTestStringConvertible {
    let type: String
    let literal: String
    let value: DatabaseValue

    init(_ type: String, _ literal: String, _ value: DatabaseValue) {
        self.type = type
        self.literal = literal
        self.value = value
    }

    var testDescription: String { "\(type) \(literal)" }
}

private let long = String(repeating: "9", count: 1000)

private let samples: [Sample] = [
    Sample("bool", "true", .integer(1)), Sample("bool", "false", .integer(0)),
    Sample("int2", "-32768", .integer(-32768)), Sample("int2", "32767", .integer(32767)),
    Sample("int4", "-2147483648", .integer(-2_147_483_648)),
    Sample("int4", "2147483647", .integer(2_147_483_647)),
    Sample("int8", "-9223372036854775808", .integer(.min)),
    Sample("int8", "9223372036854775807", .integer(.max)),
    Sample("oid", "4294967295", .integer(4_294_967_295)),
    Sample("float4", "0.1", .real(Double(Float(0.1)))),
    Sample("float4", "Infinity", .real(.infinity)),
    Sample("float8", "0.1", .real(0.1)), Sample("float8", "-0", .real(-0.0)),
    Sample("float8", "5e-324", .real(.leastNonzeroMagnitude)),
    Sample("float8", "1.7976931348623157e308", .real(.greatestFiniteMagnitude)),
    Sample("float8", "Infinity", .real(.infinity)),
    Sample("float8", "-Infinity", .real(-.infinity)),
    Sample("numeric", "0", .decimal("0")), Sample("numeric", "0.00", .decimal("0.00")),
    Sample("numeric", "-12.50", .decimal("-12.50")),
    Sample("numeric", "10000", .decimal("10000")), Sample("numeric", "0.0001", .decimal("0.0001")),
    Sample("numeric", "0.00001234", .decimal("0.00001234")),
    Sample(
        "numeric", "123456789012345678901234567890.0123456789",
        .decimal("123456789012345678901234567890.0123456789")),
    Sample("numeric", long, .decimal(long)),
    Sample("numeric", "NaN", .decimal("NaN")),
    Sample("numeric", "Infinity", .decimal("Infinity")),
    Sample("numeric", "-Infinity", .decimal("-Infinity")),
    Sample("text", "", .text("")), Sample("text", "é👩‍🚀", .text("é👩‍🚀")),
    Sample("varchar(9)", "x", .text("x")), Sample("char(3)", "x", .text("x  ")),
    Sample("name", "x", .text("x")), Sample("xml", "<a/>", .text("<a/>")),
    Sample("json", "{\"a\": 1}", .text("{\"a\": 1}")),
    Sample("jsonb", "{\"a\":1}", .text("{\"a\": 1}")),
    Sample("bytea", "\\x00ff5c", .blob([0, 255, 0x5C])), Sample("bytea", "", .blob([])),
    Sample(
        "uuid", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
        .text("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")),
    Sample("date", "2024-02-29", .text("2024-02-29")),
    Sample("date", "0001-01-01", .text("0001-01-01")),
    Sample("date", "0044-03-15 BC", .text("0044-03-15 BC")),
    Sample("date", "4713-01-01 BC", .text("4713-01-01 BC")),
    Sample("date", "5874897-12-31", .text("5874897-12-31")),
    Sample("date", "infinity", .text("infinity")), Sample("date", "-infinity", .text("-infinity")),
    Sample("time", "23:59:59.999999", .text("23:59:59.999999")),
    Sample("time", "00:00:00", .text("00:00:00.000")),
    Sample("time", "24:00", .text("24:00:00.000")),
    Sample("timestamptz", "2024-02-29 12:00:00.25+00", .text("2024-02-29T12:00:00.250Z")),
    Sample("timestamptz", "2024-02-29 12:00:00.123456+00", .text("2024-02-29T12:00:00.123456Z")),
    Sample("timestamptz", "1999-12-31 23:59:59.999999+00", .text("1999-12-31T23:59:59.999999Z")),
    Sample("timestamptz", "0001-01-01 00:00+00", .text("0001-01-01T00:00:00.000Z")),
    Sample("timestamptz", "9999-12-31 23:59:59.999999+00", .text("9999-12-31T23:59:59.999999Z")),
    Sample("timestamptz", "10000-01-01 00:00+00", .text("10000-01-01 00:00:00.000+00")),
    Sample("timestamptz", "0044-03-15 12:00+00 BC", .text("0044-03-15 12:00:00.000+00 BC")),
    Sample("timestamptz", "4714-11-24 00:00+00 BC", .text("4714-11-24 00:00:00.000+00 BC")),
    Sample(
        "timestamptz", "294276-12-31 23:59:59.999999+00",
        .text("294276-12-31 23:59:59.999999+00")),
    Sample("timestamptz", "infinity", .text("infinity")),
    Sample("timestamptz", "-infinity", .text("-infinity")),
    Sample("timestamp", "2024-02-29 12:00:00.5", .text("2024-02-29T12:00:00.500Z")),
    Sample("timestamp", "0044-03-15 12:00 BC", .text("0044-03-15 12:00:00.000+00 BC")),
    Sample("int4[]", "{}", .array([])),
    Sample("int4[]", "{1,NULL,-3}", .array([.integer(1), .null, .integer(-3)])),
    Sample(
        "int8[]", "{{1,2},{3,4}}",
        .array([.array([.integer(1), .integer(2)]), .array([.integer(3), .integer(4)])])),
    Sample("int2[]", "[0:1]={5,6}", .array([.integer(5), .integer(6)])),
    Sample(
        "text[]", "{a,\"b,\\\"c\\\\\",\"NULL\",NULL,\"\",\"{}\"}",
        .array([.text("a"), .text("b,\"c\\"), .text("NULL"), .null, .text(""), .text("{}")])),
    Sample("bool[]", "{t,f}", .array([.integer(1), .integer(0)])),
    Sample("float8[]", "{NaN,0.5}", .array([.real(.nan), .real(0.5)])),
    Sample("numeric[]", "{1.50,NaN}", .array([.decimal("1.50"), .decimal("NaN")])),
    Sample("bytea[]", "{\"\\\\x00ff\"}", .array([.blob([0, 255])])),
    Sample(
        "uuid[]", "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}",
        .array([.text("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")])),
    Sample(
        "timestamptz[]", "{\"2024-02-29 12:00:00+00\"}",
        .array([.text("2024-02-29T12:00:00.000Z")])),
    Sample("jsonb[]", "{\"[1]\"}", .array([.text("[1]")])),
    Sample("interval", "1 day 02:03:04", .text("1 day 02:03:04")),
    Sample("inet", "10.0.0.1/24", .text("10.0.0.1/24")),
    Sample("int4range", "[1,5)", .text("[1,5)")),
]

@Suite(.requiresPostgres) struct TypeTests {
    @Test func `values of all types are read, and read the same from binary and from text`()
        async throws
    {
        try await PostgresServer.started().withDatabase { database in
            for sample in samples {
                let literal = SQL.cast(sample.literal, sample.type)
                let alone = try await database.first("SELECT \(literal) AS v")
                // An interval beside it makes libpq send the whole row as text.
                let mixed = try await database.first("SELECT \(literal) AS v, interval '1 s' AS i")
                for row in [alone, mixed] {
                    let value = try row?.get("v", as: DatabaseValue.self)
                    #expect(value.map(exact) == exact(sample.value), "\(sample.testDescription)")
                }
            }
        }
    }

    @Test func `what was read can be written again, and is the same to the server`() async throws {
        try await PostgresServer.started().withDatabase { database in
            for sample in samples {
                let type = SQL.raw(sample.type)
                let same = try await database.one(
                    """
                    SELECT (CAST(\(sample.value) AS \(type)))::text
                        = (\(SQL.cast(sample.literal, sample.type)))::text
                    """, as: Bool.self)
                // The lower bound of an array is the one thing that Swift's arrays do not have.
                #expect(same || sample.literal.hasPrefix("["), "\(sample.testDescription)")
            }
        }
    }

    @Test func `Swift's values come back as they went in`() async throws {
        struct Everything: Codable, Equatable {
            enum Color: String, Codable { case red, blue }
            var flag: Bool
            var small: Int16
            var count: Int
            var ratio: Double
            var price: Decimal
            var name: String
            var note: String?
            var at: Date
            var day: Date
            var id: UUID
            var data: Data
            var color: Color
            var tags: [String]
            var counts: [Int]
            var details: SQLJSON<[String: Int]>
        }
        let value = Everything(
            flag: true, small: .min, count: .max, ratio: 0.1,
            price: try #require(Decimal(string: "-1234567890.05")), name: "a'\"\\; --é",
            note: nil, at: Date(timeIntervalSince1970: 1_700_000_000.25),
            day: Date(timeIntervalSince1970: 1_706_659_200), id: UUID(), data: Data([0, 255]),
            color: .blue, tags: ["", "NULL", "a,b", "\"\\", "{}"], counts: [.min, 0, .max],
            details: SQLJSON(["a": 1]))
        try await PostgresServer.started().withDatabase { database in
            try await database.execute("CREATE TYPE color AS ENUM ('red', 'blue')")
            try await database.execute(
                """
                CREATE TABLE t (
                    flag BOOLEAN, small SMALLINT, count BIGINT, ratio DOUBLE PRECISION,
                    price NUMERIC(20, 2), name TEXT, note TEXT, at TIMESTAMPTZ, day DATE, id UUID,
                    data BYTEA, color color, tags TEXT[], counts BIGINT[], details JSONB
                )
                """)
            try await database.execute(
                """
                INSERT INTO t VALUES (
                    \(value.flag), \(value.small), \(value.count), \(value.ratio), \(value.price),
                    \(value.name), \(value.note), \(value.at), \(value.day), \(value.id),
                    \(value.data), \(value.color), \(array: value.tags), \(array: value.counts),
                    \(value.details)
                )
                """)
            // With the enum among the columns all come as text, without it all are binary.
            #expect(try await database.one("SELECT * FROM t", as: Everything.self) == value)
            let columns = """
                flag, small, count, ratio, price, name, note, at, day, id, data,
                color::text AS color, tags, counts, details
                """
            #expect(
                try await database.one(
                    "SELECT \(unsafeRaw: columns) FROM t", as: Everything.self) == value)
        }
    }

    @Test func `sums and averages are read as numbers`() async throws {
        try await PostgresServer.started().withDatabase { database in
            let sum = try await database.one(
                "SELECT sum(n) FROM generate_series(1::bigint, 4) AS n", as: Int.self)
            let average = try await database.one(
                "SELECT avg(n) FROM generate_series(1::bigint, 4) AS n", as: Double.self)
            #expect(sum == 10)
            #expect(average == 2.5)
        }
    }

    @Test(
        arguments: [
            ("SELECT CAST(\(70_000) AS SMALLINT)", "too large for the column"),
            ("SELECT CAST(\("abc-secret") AS INTEGER)", "text as a number"),
            ("SELECT CAST(\("abc-secret") AS UUID)", "text as a UUID"),
            ("SELECT CAST(\("secret-31") AS DATE)", "text as a date"),
            ("SELECT \("a\0secret") || 'b'", "NUL in text"),
            ("SELECT CAST(\([UInt8](arrayLiteral: 1)) AS INTEGER)", "bytes as a number"),
            ("SELECT CAST(\(2) AS BOOLEAN)", "2 as a boolean"),
        ] as [(SQL, String)])
    func `a value that does not fit is refused, and not shown`(sql: SQL, what: String) async throws
    {
        try await PostgresServer.started().withDatabase { database in
            let error = await databaseError { _ = try await database.query(sql) }
            #expect(error?.code == .typeMismatch, "\(what)")
            let text = try #require(error).description
            #expect(!text.contains("secret"), "\(text)")
        }
    }

    /// NaN is equal to nothing, and zero to minus zero; here each is itself.
    private func exact(_ value: DatabaseValue) -> String {
        switch value {
        case .real(let number): "real \(number.isNaN ? "NaN" : "\(number.bitPattern)")"
        case .array(let values): "[" + values.map(exact).joined(separator: ", ") + "]"
        default: "\(value)"
        }
    }
}

extension SQL {
    fileprivate static func raw(_ text: String) -> SQL { "\(unsafeRaw: text)" }

    /// `CAST('…' AS type)`, so that the server reads the literal itself.
    fileprivate static func cast(_ literal: String, _ type: String) -> SQL {
        let quoted = literal.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
        return "CAST(E'\(unsafeRaw: quoted.replacing("\\", with: "\\\\"))' AS \(unsafeRaw: type))"
    }
}
#endif
