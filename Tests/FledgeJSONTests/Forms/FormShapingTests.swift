// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeJSON

/// How the pairs of a form become the JSON that a type reads: the table of `docs/Binding.md`.
@Suite struct FormShapingTests {
    static let schema = JSONSchema([
        "type": "object",
        "properties": [
            "name": ["type": "string"],
            "nick": ["type": ["string", "null"], "minLength": 1],
            "code": ["type": "string", "minLength": 2],
            "id": ["type": "string", "format": "uuid"],
            "made": ["type": ["string", "null"], "format": "date-time"],
            "days": ["type": "array", "items": ["type": "string", "format": "date-time"]],
            "plan": ["type": "string", "enum": ["free", "paid"]],
            "level": ["enum": [1, 2]],
            "age": ["type": ["integer", "null"]],
            "price": ["type": "number"],
            "terms": ["type": "boolean"],
            "tags": ["type": "array", "items": ["type": "string"]],
            "scores": ["type": ["array", "null"], "items": ["type": "integer"]],
            "address": ["anyOf": [["$ref": "#/$defs/Address"], ["type": "null"]]],
            "lines": ["type": "array", "items": ["$ref": "#/$defs/Line"]],
            "extra": ["type": "object", "additionalProperties": ["type": "integer"]],
            "open": [:],
            "tree": ["$ref": "#/$defs/Tree"],
            "image": ["type": "string", "format": "binary"],
            "payment": [
                "oneOf": [
                    ["$ref": "#/$defs/Card"],
                    [
                        "type": "object",
                        "properties": ["type": ["const": "cash"], "coins": ["type": "integer"]],
                    ],
                ]
            ],
        ],
        "required": ["name", "code", "id"],
        "$defs": [
            "Address": [
                "type": "object",
                "properties": ["city": ["type": "string"], "zip": ["type": "integer"]],
            ],
            "Line": [
                "type": "object",
                "properties": ["sku": ["type": "string"], "count": ["type": "integer"]],
            ],
            "Tree": [
                "type": "object",
                "properties": [
                    "value": ["type": "integer"],
                    "left": ["anyOf": [["$ref": "#/$defs/Tree"], ["type": "null"]]],
                ],
            ],
            "Card": [
                "type": "object",
                "properties": ["type": ["const": "card"], "number": ["type": "string"]],
            ],
        ],
    ])

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let form: String
        let json: String

        init(_ name: String, _ form: String, _ json: String) {
            testDescription = name
            self.form = form
            self.json = json
        }
    }

    static let scalars = [
        Case("nothing", "", "{}"),
        Case("a text", "name=Ada", #"{"name":"Ada"}"#),
        Case("an empty text", "name=", #"{"name":""}"#),
        Case("a bare text", "name", #"{"name":""}"#),
        Case("a number stays a text where one is wanted", "name=18", #"{"name":"18"}"#),
        Case("an empty text that may be missing, and may not be empty", "nick=", "{}"),
        Case("an empty text that must be there", "code=", #"{"code":""}"#),
        Case("an empty UUID", "id=", "{}"),
        Case("an empty choice", "plan=", "{}"),
        Case("a choice of numbers", "level=2", #"{"level":2}"#),
        Case("a whole number", "age=18", #"{"age":18}"#),
        Case("a negative one with zeros", "age=-007", #"{"age":-7}"#),
        Case("zero", "age=000", #"{"age":0}"#),
        Case("more than 64 bits", "age=123456789012345678901", #"{"age":123456789012345678901}"#),
        Case("no number", "age=x", #"{"age":"x"}"#),
        Case("a plus", "age=+1", #"{"age":"+1"}"#),
        Case("a space", "age= 1", #"{"age":" 1"}"#),
        Case("hexadecimal", "age=0x1", #"{"age":"0x1"}"#),
        Case("a fraction where a whole number must be", "age=1.0", #"{"age":"1.0"}"#),
        Case("an empty number", "age=", "{}"),
        Case("a bare number", "age", "{}"),
        Case("a fraction", "price=12.50", #"{"price":12.50}"#),
        Case("an exponent", "price=01e+9", #"{"price":1e+9}"#),
        Case("no digits behind the point", "price=1.", #"{"price":"1."}"#),
        Case("a point in front", "price=.5", #"{"price":".5"}"#),
        Case("yes", "terms=on", #"{"terms":true}"#),
        Case("no", "terms=0", #"{"terms":false}"#),
        Case("a bare flag", "terms", #"{"terms":true}"#),
        Case("an empty flag", "terms=", "{}"),
        Case("another word", "terms=TRUE", #"{"terms":"TRUE"}"#),
        Case("brackets on what is no list", "age[]=1", #"{"age":1}"#),
        Case("an empty value beside another", "age=&age=1", #"{"age":1}"#),
        Case("a text for a file", "image=0", #"{"image":"0"}"#),
        Case("a day", "made=2026-11-22", #"{"made":"2026-11-22T00:00:00Z"}"#),
        Case("a moment", "made=2026-11-22T15:04:05Z", #"{"made":"2026-11-22T15:04:05Z"}"#),
        Case("a day that is none", "made=2026-02-30", #"{"made":"2026-02-30"}"#),
        Case("an empty day", "made=", "{}"),
        Case("a day where a text is wanted", "name=2026-11-22", #"{"name":"2026-11-22"}"#),
        Case("quotes in a text", #"name="},"x":"#, #"{"name":"\"},\"x\":"}"#),
    ]

    static let lists = [
        Case("repeated", "tags=a&tags=b", #"{"tags":["a","b"]}"#),
        Case("with brackets", "tags[]=a&tags[]=b", #"{"tags":["a","b"]}"#),
        Case("with numbers, in any order", "tags[10]=c&tags[2]=b", #"{"tags":["b","c"]}"#),
        Case("a far number", "tags[999999]=a", #"{"tags":["a"]}"#),
        Case("a number of seven digits", "tags[1000000]=a", #"{"tags[1000000]":"a"}"#),
        Case("an empty text in it", "tags=", #"{"tags":[""]}"#),
        Case("days", "days=2026-11-22", #"{"days":["2026-11-22T00:00:00Z"]}"#),
        Case("numbers", "scores=1&scores=&scores=x", #"{"scores":[1,"x"]}"#),
        Case("only an empty number", "scores=", #"{"scores":[]}"#),
        Case("a name in it", "tags[x]=a", #"{"tags[x]":"a"}"#),
    ]

    static let objects = [
        Case(
            "an object", "address[city]=Bern&address[zip]=3000",
            #"{"address":{"city":"Bern","zip":3000}}"#),
        Case("a name it does not have", "address[x]=1", #"{"address[x]":"1"}"#),
        Case("a text in place of it", "address=Bern", #"{"address":"Bern"}"#),
        Case("a dot", "address.city=Bern", #"{"address.city":"Bern"}"#),
        Case("on what is no object", "name[a]=1", #"{"name[a]":"1"}"#),
        Case(
            "a list of objects by number", "lines[1][sku]=b&lines[0][sku]=a&lines[0][count]=2",
            #"{"lines":[{"sku":"a","count":2},{"sku":"b"}]}"#),
        Case(
            "a list of objects in order", "lines[][sku]=a&lines[][count]=1&lines[][sku]=b",
            #"{"lines":[{"sku":"a","count":1},{"sku":"b"}]}"#),
        Case("any names", "extra[a]=1&extra[b]=2", #"{"extra":{"a":1,"b":2}}"#),
        Case("an open value", "open[a][b]=1", #"{"open":{"a":{"b":"1"}}}"#),
        Case("an open value twice", "open=1&open=2", #"{"open":["1","2"]}"#),
        Case(
            "a type that holds itself", "tree[left][left][value]=1",
            #"{"tree":{"left":{"left":{"value":1}}}}"#),
        Case(
            "one of two", "payment[type]=cash&payment[coins]=3",
            #"{"payment":{"type":"cash","coins":3}}"#),
    ]

    static let names = [
        Case("an unknown name", "x=1", #"{"x":"1"}"#),
        Case("an unknown name twice", "x=1&x=2", #"{"x":["1","2"]}"#),
        Case("a name of JavaScript", "__proto__[a]=1", #"{"__proto__[a]":"1"}"#),
        Case("no closing bracket", "tags[=1", #"{"tags[":"1"}"#),
        Case("text behind the brackets", "address[city]x=1", #"{"address[city]x":"1"}"#),
        Case("brackets in brackets", "address[[city]]=1", #"{"address[[city]]":"1"}"#),
        Case("brackets alone", "[city]=1", #"{"[city]":"1"}"#),
        Case("an empty name", "=1", #"{"":"1"}"#),
    ]

    @Test(arguments: scalars + lists + objects + names)
    func `a form becomes this JSON`(_ row: Case) {
        #expect(Self.json(row.form, required: []) == row.json)
    }

    @Test func `a list that is required and not sent is empty`() {
        #expect(Self.json("name=a", required: ["tags"]) == #"{"name":"a","tags":[]}"#)
    }

    @Test func `a name that goes deeper than is taken stays a name`() {
        let name = "tree" + String(repeating: "[left]", count: 70)
        #expect(Self.json("\(name)=1", required: []) == #"{"\#(name)":"1"}"#)
    }

    @Test(arguments: [
        ("image", true), ("image[]", true), ("name", false), ("x", false), ("address[city]", false),
    ])
    func `a shape knows its files`(name: String, isFile: Bool) {
        #expect(FormShape(Self.schema).takesFile(name) == isFile)
    }

    static func json(_ form: String, required: [JSON]) -> String {
        var schema = schema
        if !required.isEmpty { schema.members["required"] = .array(required) }
        var tree = FormTree(FormShape(schema), depth: 64)
        for field in fields(form) { tree.add(field) }
        var writer = FormWriter(tree, limit: 100)
        return String(decoding: writer.write(), as: UTF8.self)
    }

    /// The pairs of a form without escapes.
    static func fields(_ form: String) -> [FormField] {
        form.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return FormField(
                String(parts[0]), parts.count > 1 ? .text(String(parts[1])) : .flag)
        }
    }
}
