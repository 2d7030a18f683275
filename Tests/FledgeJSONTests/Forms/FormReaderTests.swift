// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Testing

/// Types read from forms: the values, and everything that is wrong with them.
@Suite struct FormReaderTests {
    @Test func `a type is read from a form as from JSON`() throws {
        let form = FormShapingTests.fields("name=Ada&age=18&home[zip]=3000&tags=a&tags=b")
        let json = #"{"name":"Ada","age":18,"home":{"zip":3000},"tags":["a","b"]}"#
        let fromForm = try FormReader.decode(Person.self, from: form)
        #expect(fromForm == (try JSONReader.decode(Person.self, from: json)))
        #expect(fromForm.age == 18)
    }

    @Test func `everything that does not fit is told at once, where it stands`() {
        let form = FormShapingTests.fields("age=x&home[zip]=y&tags=a&tags=b")
        #expect(violations(form) == ["/age type", "/home/zip type", "/name missing"])
    }

    @Test func `a value that is given twice is repeated, and not missing as well`() {
        let form = FormShapingTests.fields("name=a&name=b&age=1&home[zip]=1&home[zip]=2")
        #expect(violations(form) == ["/name repeated", "/home/zip repeated"])
    }

    @Test func `what is no text is told`() {
        let form = [FormField("name", .malformed), FormField("age", .text("1"))]
        #expect(violations(form) == ["/name encoding"])
    }

    @Test func `the same words as for JSON`() {
        let fromForm = failure { try FormReader.decode(Person.self, from: []) }
        #expect(fromForm == ["/name is required"])
    }

    @Test func `a part that is JSON is taken as it is`() throws {
        let form = [
            FormField("name", .json("Ada")), FormField("home", .json(["zip": 1])),
            FormField("tags", .json(["a", "b"])),
        ]
        let person = try FormReader.decode(Person.self, from: form)
        #expect(person == Person(name: "Ada", age: nil, home: .init(zip: 1), tags: ["a", "b"]))
    }

    @Test func `more violations than are kept do no harm`() {
        let form = (0..<500).map { FormField("tags[\($0)]", .malformed) }
        let failure = #expect(throws: FormFailure.self) {
            try FormReader.decode(Person.self, from: form)
        }
        #expect(failure?.violations.count == 101)
    }

    @Test(arguments: [
        ("", ""), ("/a", "a"), ("/a/b/0", "a[b][0]"), ("/a~1b/~0", "a/b[~]"), ("/", ""),
    ])
    func `a pointer is the name that the form has`(pointer: String, name: String) {
        #expect(FormReader.name(at: pointer) == name)
    }

    private func violations(_ form: [FormField]) -> [String] {
        var found: [String] = []
        do throws(FormFailure) {
            _ = try FormReader.decode(Person.self, from: form)
        } catch {
            found = error.violations.map { "\($0.pointer) \($0.code)" }
        }
        return found
    }

    private func failure(_ body: () throws -> Person) -> [String] {
        let failure = #expect(throws: FormFailure.self) { _ = try body() }
        return failure?.violations.map { "\($0.pointer) \($0.message)" } ?? []
    }
}

/// What `@Schema` would write, by hand.
private struct Person: Equatable {
    struct Home: Equatable { var zip: Int }
    var name: String
    var age: Int?
    var home: Home?
    var tags: [String]
}

extension Person: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) {
        let mark = reader.violationCount
        var (name, age, home, tags): (String?, Int??, Home??, [String]?) = (nil, nil, nil, nil)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "name") {
                name = try reader.member("name", String.self)
            } else if reader.matches(key, "age") {
                age = try reader.member("age", Int?.self)
            } else if reader.matches(key, "home") {
                home = try reader.member("home", Home?.self)
            } else if reader.matches(key, "tags") {
                tags = try reader.member("tags", [String].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if name == nil { reader.missing("name") }
        guard reader.violationCount == mark, let name, let tags else { throw .invalid }
        self.init(name: name, age: age ?? nil, home: home ?? nil, tags: tags)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.endObject()
    }

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema([
            "type": "object",
            "properties": [
                "name": .object(String.describe(in: &registry).members),
                "age": .object(Int?.describe(in: &registry).members),
                "home": .object(Home?.describe(in: &registry).members),
                "tags": .object([String].describe(in: &registry).members),
            ],
            "required": ["name", "tags"],
        ])
    }
}

extension Person.Home: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) {
        let mark = reader.violationCount
        var zip: Int?
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "zip") {
                zip = try reader.member("zip", Int.self)
            } else {
                try reader.skipMember(key)
            }
        }
        if zip == nil, reader.violationCount == mark { reader.missing("zip") }
        guard reader.violationCount == mark, let zip else { throw .invalid }
        self.init(zip: zip)
    }

    func write(to writer: inout JSONWriter) { writer.null() }

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "object", "properties": ["zip": ["type": "integer"]]])
    }
}
