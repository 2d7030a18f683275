// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Testing

@Suite struct TypedReadingTests {
    @Test func `members are read in any order, with defaults, and unknown ones passed over`() throws
    {
        let text =
            #" { "tags" : [ "a" ] , "x" : [ { "y" : null } ] , "email" : "e" , "name" : "Ada" } "#
        let customer = try JSONReader.decode(Customer.self, from: text)
        #expect(customer == Customer(name: "Ada", email: "e", age: nil, tags: ["a"]))
        let short = try JSONReader.decode(Customer.self, from: #"{"name":"Ada","email":"e"}"#)
        #expect(short == Customer(name: "Ada", email: "e", age: nil, tags: []))
    }

    @Test func `names may be escaped`() throws {
        let text = #"{"n\u0061me":"Ada","\u0065mail":"e"}"#
        #expect(try JSONReader.decode(Customer.self, from: text).name == "Ada")
        #expect(
            violations(Customer.self, #"{"name":"Ada","email":"e","n\u0061me":"Eve"}"#) == [
                "malformed: the name 'name' stands twice in one object at line 1, column 27"
            ])
    }

    static let wrong: [Row<String, [String]>] = [
        Row("no object", "[]", [" type must be an object"]),
        Row("null", "null", [" null must not be null, but an object"]),
        Row("nothing there", "{}", ["/name missing is required", "/email missing is required"]),
        Row(
            "everything wrong at once", #"{"name":"","email":1,"age":"x","tags":["a",2,null]}"#,
            [
                "/name length must have 1 to 80 characters", "/email type must be a string",
                "/age type must be a whole number", "/tags/1 type must be a string",
                "/tags/2 null must not be null, but a string",
            ]),
        Row(
            "a member is missing and another wrong", #"{"age":true}"#,
            [
                "/age type must be a whole number", "/name missing is required",
                "/email missing is required",
            ]),
        Row(
            "the type's own check", #"{"name":"Ada","email":"e","tags":["vip"]}"#,
            ["/age vip must be known of a vip"]),
    ]

    @Test(arguments: wrong)
    func `one pass finds every violation`(row: Row<String, [String]>) {
        #expect(violations(Customer.self, row.input) == row.output)
    }

    @Test func `pointers lead through lists and names, escaped`() {
        let text = #"""
            {"lines":[{"product":1,"quantity":2},{"product":-1,"quantity":300},7],
             "not/es~":{"a/b":1,"c~d":"x","":null}}
            """#
        #expect(
            violations(Order.self, text) == [
                "/lines/1/product range must be a whole number from 0 to 4294967295",
                "/lines/1/quantity range must be a whole number from 0 to 255",
                "/lines/2 type must be an object",
                "/not~1es~0/c~0d type must be a whole number",
                "/not~1es~0/ null must not be null, but a whole number",
            ])
    }

    @Test func `a name that is not known can be refused`() {
        let text = #"{"lines":[{"product":1,"quantity":2,"col\u006fur/x":{"deep":[1]}}]}"#
        #expect(violations(Order.self, text) == ["/lines/0/colour~1x unknown is not known here"])
    }

    @Test func `a dictionary refuses a repeated name`() {
        #expect(
            violations([String: Int].self, #"{"a":1,"b":2,"a":3}"#) == [
                "malformed: the name 'a' stands twice in one object at line 1, column 14"
            ])
    }

    static let payments: [Row<String, Payment>] = [
        Row(
            "the discriminator first", #"{"type":"line","product":1,"quantity":2}"#,
            .line(Line(product: 1, quantity: 2))),
        Row(
            "last", #"{"product":1,"quantity":2,"type":"line"}"#,
            .line(Line(product: 1, quantity: 2))),
        Row(
            "in the middle, escaped", #"{"product":1,"\u0074ype":"line","quantity":2}"#,
            .line(Line(product: 1, quantity: 2))),
        Row("without a payload", #" {"type":"cash"}"#, .cash),
    ]

    @Test(arguments: payments)
    func `a discriminator is found wherever it stands`(row: Row<String, Payment>) throws {
        #expect(try JSONReader.decode(Payment.self, from: row.input) == row.output)
        #expect(try JSONReader.decode(Payment.self, from: written(row.output)) == row.output)
        #expect(
            try JSONReader.decode([Payment].self, from: "[\(row.input),\(row.input)]").count == 2)
    }

    static let noPayments: [Row<String, [String]>] = [
        Row("no object", "3", [" type must be an object"]),
        Row("missing", #"{"a":{"type":"line"}}"#, ["/type missing is required"]),
        Row("unknown", #"{"type":"gold"}"#, ["/type enum must be one of line, cash"]),
        Row("no text", #"{"type":[1],"b":2}"#, ["/type type must be a string"]),
        Row(
            "in the payload", #"{"type":"line","product":1,"quantity":-2}"#,
            ["/quantity range must be a whole number from 0 to 255"]),
        Row(
            "unknown in the payload", #"{"type":"line","product":1,"quantity":2,"z":{"type":1}}"#,
            ["/z unknown is not known here"]),
    ]

    @Test(arguments: noPayments)
    func `a payload that does not fit is told like a member`(row: Row<String, [String]>) {
        #expect(violations(Payment.self, row.input) == row.output)
        // The reader stands behind it all the same.
        #expect(
            violations([Payment].self, "[\(row.input),7]") == row.output.map { violation in
                "/0" + violation
            } + ["/1 type must be an object"])
    }

    @Test func `optionals are null or left out`() throws {
        let order = try JSONReader.decode(Order.self, from: #"{"lines":[],"payment":null}"#)
        #expect(order == Order(lines: [], payment: nil, notes: [:]))
        #expect(try written(order) == #"{"lines":[],"not/es~":{}}"#)
        #expect(try written([1, nil, 3]) == "[1,null,3]")
    }

    @Test func `bytes, a buffer and text are read alike`() throws {
        let text = #"{"name":"Ada","email":"e"}"#
        let expected = try JSONReader.decode(Customer.self, from: text)
        #expect(try JSONReader.decode(Customer.self, from: Array(text.utf8)) == expected)
        let fromBuffer = try Array(text.utf8).withUnsafeBytes { bytes in
            try JSONReader.decode(Customer.self, from: bytes)
        }
        #expect(fromBuffer == expected)
    }

    @Test func `an attachment is found by its key`() throws {
        struct Upload: SchemaType {
            var size: Int
            init(json reader: inout JSONReader) throws(JSONError) {
                let key = try reader.readString()
                guard let size = reader.attachment(key, as: Int.self) else {
                    throw reader.refuse(code: "file", "must be a file")
                }
                self.size = size
            }
            func write(to writer: inout JSONWriter) { writer.integer(size) }
            static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
                JSONSchema([:])
            }
        }
        let options = JSONReader.Options(attachments: ["f1": 42, "f2": "x"])
        #expect(try JSONReader.decode(Upload.self, from: #""f1""#, options: options).size == 42)
        #expect(
            violations([Upload].self, #"["f2","f3"]"#, options) == [
                "/0 file must be a file", "/1 file must be a file",
            ])
    }
}
