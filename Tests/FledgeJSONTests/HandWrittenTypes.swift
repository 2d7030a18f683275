// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

// Types whose conformances are written by hand, as `@Schema` writes them.

struct Customer: Equatable {
    var name: String
    var email: String
    var age: Int?
    var tags: [String] = []
}

extension Customer: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var name: String? = nil
        var email: String? = nil
        var age: Int?? = nil
        var tags: [String]? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "name") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                name = try reader.member("name", String.self)
                if let name, !(1...80).contains(name.count) {
                    reader.refuse("name", code: "length", "must have 1 to 80 characters")
                }
            } else if reader.matches(key, "email") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                email = try reader.member("email", String.self)
            } else if reader.matches(key, "age") {
                guard seen & 4 == 0 else { throw reader.duplicate(key) }
                seen |= 4
                age = try reader.member("age", Int?.self)
            } else if reader.matches(key, "tags") {
                guard seen & 8 == 0 else { throw reader.duplicate(key) }
                seen |= 8
                tags = try reader.member("tags", [String].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0 { reader.missing("name") }
        if seen & 2 == 0 { reader.missing("email") }
        if seen & 4 == 0 { age = Int?.valueWhenAbsent }
        if seen & 8 == 0 { tags = [] }
        guard reader.violationCount == mark, let name, let email, let age, let tags else {
            throw .invalid
        }
        self.name = name
        self.email = email
        self.age = age
        self.tags = tags
        var found = Violations()
        validate(into: &found)
        guard found.isEmpty else {
            reader.add(found)
            throw .invalid
        }
    }

    func validate(into violations: inout Violations) {
        if tags.contains("vip"), age == nil {
            violations.add("age", code: "vip", "must be known of a vip")
        }
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("email", email)
        writer.member("age", age)
        writer.member("tags", tags)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

struct Line: Equatable {
    var product: UInt32
    var quantity: UInt8
}

extension Line: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var product: UInt32? = nil
        var quantity: UInt8? = nil
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "product") {
                product = try reader.member("product", UInt32.self)
            } else if reader.matches(key, "quantity") {
                quantity = try reader.member("quantity", UInt8.self)
            } else {
                try reader.refuseMember(key)
            }
        }
        if product == nil, reader.violationCount == mark { reader.missing("product") }
        if quantity == nil, reader.violationCount == mark { reader.missing("quantity") }
        guard reader.violationCount == mark, let product, let quantity else { throw .invalid }
        self.product = product
        self.quantity = quantity
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("product", product)
        writer.member("quantity", quantity)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

struct Order: Equatable {
    var lines: [Line]
    var payment: Payment?
    var notes: [String: Int]
}

extension Order: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var lines: [Line]? = nil
        var payment: Payment?? = nil
        var notes: [String: Int]? = nil
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "lines") {
                lines = try reader.member("lines", [Line].self)
            } else if reader.matches(key, "payment") {
                payment = try reader.member("payment", Payment?.self)
            } else if reader.matches(key, "not/es~") {
                notes = try reader.member("not/es~", [String: Int].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if lines == nil, reader.violationCount == mark { reader.missing("lines") }
        guard reader.violationCount == mark, let lines else { throw .invalid }
        self.lines = lines
        self.payment = payment ?? nil
        self.notes = notes ?? [:]
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("lines", lines)
        writer.member("payment", payment)
        writer.member("not/es~", notes)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

/// An enum with payloads: the members of the payload stand beside the discriminator.
enum Payment: Equatable {
    case line(Line)
    case cash
}

extension Payment: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) {
        switch try reader.discriminator("type") {
        case "line": self = .line(try reader.payload(Line.self, besides: "type"))
        case "cash":
            try reader.skipValue()
            self = .cash
        default:
            try reader.skipValue()
            reader.refuse("type", code: "enum", "must be one of line, cash")
            throw .invalid
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        switch self {
        case .line(let line):
            writer.member("type", "line")
            line.writeMembers(to: &writer)
        case .cash: writer.member("type", "cash")
        }
        writer.endObject()
    }

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "object"])
    }
}
