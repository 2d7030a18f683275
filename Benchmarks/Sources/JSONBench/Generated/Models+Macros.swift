// Written by FledgeMacrosTests with FLEDGE_UPDATE_SNAPSHOTS=1 from Models.swift. Do not edit.
// swift-format-ignore-file

import FledgeJSON

extension User {
nonisolated private struct SchemaMembers {
        var id: (Int)?
        var name: (String)?
        var email: (String)?
        var tags: ([String])?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("id", self.id)
        writer.property("name", self.name)
        writer.property("email", self.email)
        writer.property("tags", self.tags)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("id", (Int).self, in: &registry)
        object.add("name", (String).self, in: &registry)
        object.add("email", (String).self, in: &registry)
        object.add("tags", ([String]).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case id = "id"
        case name = "name"
        case email = "email"
        case tags = "tags"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.id, forKey: .id)
        try container.encodeMember(self.name, forKey: .name)
        try container.encodeMember(self.email, forKey: .email)
        try container.encodeMember(self.tags, forKey: .tags)
    }
}

extension Page {
nonisolated private struct SchemaMembers {
        var items: ([User])?
        var page: (Int)?
        var total: (Int)?
        var next: (String?)?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("items", self.items)
        writer.property("page", self.page)
        writer.property("total", self.total)
        writer.property("next", self.next)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("items", ([User]).self, in: &registry)
        object.add("page", (Int).self, in: &registry)
        object.add("total", (Int).self, in: &registry)
        object.add("next", (String?).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case items = "items"
        case page = "page"
        case total = "total"
        case next = "next"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.items, forKey: .items)
        try container.encodeMember(self.page, forKey: .page)
        try container.encodeMember(self.total, forKey: .total)
        try container.encodeMember(self.next, forKey: .next)
    }
}

extension Size {
nonisolated private struct SchemaMembers {
        var width: (Double)?
        var height: (Double)?
        var depth: (Double)?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("width", self.width)
        writer.property("height", self.height)
        writer.property("depth", self.depth)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("width", (Double).self, in: &registry)
        object.add("height", (Double).self, in: &registry)
        object.add("depth", (Double).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case width = "width"
        case height = "height"
        case depth = "depth"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.width, forKey: .width)
        try container.encodeMember(self.height, forKey: .height)
        try container.encodeMember(self.depth, forKey: .depth)
    }
}

extension Product {
nonisolated private struct SchemaMembers {
        var id: (Int)?
        var title: (String)?
        var price: (Double)?
        var isInStock: (Bool)?
        var size: (Size)?
        var labels: ([String])?
        var note: (String?)?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("id", self.id)
        writer.property("title", self.title)
        writer.property("price", self.price)
        writer.property("isInStock", self.isInStock)
        writer.property("size", self.size)
        writer.property("labels", self.labels)
        writer.property("note", self.note)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("id", (Int).self, in: &registry)
        object.add("title", (String).self, in: &registry)
        object.add("price", (Double).self, in: &registry)
        object.add("isInStock", (Bool).self, in: &registry)
        object.add("size", (Size).self, in: &registry)
        object.add("labels", ([String]).self, in: &registry)
        object.add("note", (String?).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case id = "id"
        case title = "title"
        case price = "price"
        case isInStock = "isInStock"
        case size = "size"
        case labels = "labels"
        case note = "note"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.id, forKey: .id)
        try container.encodeMember(self.title, forKey: .title)
        try container.encodeMember(self.price, forKey: .price)
        try container.encodeMember(self.isInStock, forKey: .isInStock)
        try container.encodeMember(self.size, forKey: .size)
        try container.encodeMember(self.labels, forKey: .labels)
        try container.encodeMember(self.note, forKey: .note)
    }
}

extension Category {
nonisolated private struct SchemaMembers {
        var name: (String)?
        var products: ([Product])?
        var children: ([Category])?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("name", self.name)
        writer.property("products", self.products)
        writer.property("children", self.children)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("name", (String).self, in: &registry)
        object.add("products", ([Product]).self, in: &registry)
        object.add("children", ([Category]).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case name = "name"
        case products = "products"
        case children = "children"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.name, forKey: .name)
        try container.encodeMember(self.products, forKey: .products)
        try container.encodeMember(self.children, forKey: .children)
    }
}

extension Message {
nonisolated private struct SchemaMembers {
        var author: (String)?
        var text: (String)?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("author", self.author)
        writer.property("text", self.text)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("author", (String).self, in: &registry)
        object.add("text", (String).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case author = "author"
        case text = "text"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.author, forKey: .author)
        try container.encodeMember(self.text, forKey: .text)
    }
}

extension Talk {
nonisolated private struct SchemaMembers {
        var messages: ([Message])?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("messages", self.messages)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("messages", ([Message]).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case messages = "messages"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.messages, forKey: .messages)
    }
}

nonisolated extension User: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "id", 0x1, of: &seen) {
                members.id = try reader.member("id")
                continue
            }
            if try reader.takes(key, "name", 0x2, of: &seen) {
                members.name = try reader.member("name")
                continue
            }
            if try reader.takes(key, "email", 0x4, of: &seen) {
                members.email = try reader.member("email")
                continue
            }
            if try reader.takes(key, "tags", 0x8, of: &seen) {
                members.tags = try reader.member("tags")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.id = reader.absent("id") }
        if seen & 0x2 == 0 { members.name = reader.absent("name") }
        if seen & 0x4 == 0 { members.email = reader.absent("email") }
        if seen & 0x8 == 0 { members.tags = reader.absent("tags") }
        guard reader.violationCount == mark else { throw .invalid }
        self.id = try reader.valid(members.id)
        self.name = try reader.valid(members.name)
        self.email = try reader.valid(members.email)
        self.tags = try reader.valid(members.tags)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.id = try members.member(.id)
        self.name = try members.member(.name)
        self.email = try members.member(.email)
        self.tags = try members.member(.tags)
    }
}

nonisolated extension Page: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "items", 0x1, of: &seen) {
                members.items = try reader.member("items")
                continue
            }
            if try reader.takes(key, "page", 0x2, of: &seen) {
                members.page = try reader.member("page")
                continue
            }
            if try reader.takes(key, "total", 0x4, of: &seen) {
                members.total = try reader.member("total")
                continue
            }
            if try reader.takes(key, "next", 0x8, of: &seen) {
                members.next = try reader.member("next")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.items = reader.absent("items") }
        if seen & 0x2 == 0 { members.page = reader.absent("page") }
        if seen & 0x4 == 0 { members.total = reader.absent("total") }
        if seen & 0x8 == 0 { members.next = reader.absent("next") }
        guard reader.violationCount == mark else { throw .invalid }
        self.items = try reader.valid(members.items)
        self.page = try reader.valid(members.page)
        self.total = try reader.valid(members.total)
        self.next = try reader.valid(members.next)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.items = try members.member(.items)
        self.page = try members.member(.page)
        self.total = try members.member(.total)
        self.next = try members.member(.next)
    }
}

nonisolated extension Size: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "width", 0x1, of: &seen) {
                members.width = try reader.member("width")
                continue
            }
            if try reader.takes(key, "height", 0x2, of: &seen) {
                members.height = try reader.member("height")
                continue
            }
            if try reader.takes(key, "depth", 0x4, of: &seen) {
                members.depth = try reader.member("depth")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.width = reader.absent("width") }
        if seen & 0x2 == 0 { members.height = reader.absent("height") }
        if seen & 0x4 == 0 { members.depth = reader.absent("depth") }
        guard reader.violationCount == mark else { throw .invalid }
        self.width = try reader.valid(members.width)
        self.height = try reader.valid(members.height)
        self.depth = try reader.valid(members.depth)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.width = try members.member(.width)
        self.height = try members.member(.height)
        self.depth = try members.member(.depth)
    }
}

nonisolated extension Product: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "id", 0x1, of: &seen) {
                members.id = try reader.member("id")
                continue
            }
            if try reader.takes(key, "title", 0x2, of: &seen) {
                members.title = try reader.member("title")
                continue
            }
            if try reader.takes(key, "price", 0x4, of: &seen) {
                members.price = try reader.member("price")
                continue
            }
            if try reader.takes(key, "isInStock", 0x8, of: &seen) {
                members.isInStock = try reader.member("isInStock")
                continue
            }
            if try reader.takes(key, "size", 0x10, of: &seen) {
                members.size = try reader.member("size")
                continue
            }
            if try reader.takes(key, "labels", 0x20, of: &seen) {
                members.labels = try reader.member("labels")
                continue
            }
            if try reader.takes(key, "note", 0x40, of: &seen) {
                members.note = try reader.member("note")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.id = reader.absent("id") }
        if seen & 0x2 == 0 { members.title = reader.absent("title") }
        if seen & 0x4 == 0 { members.price = reader.absent("price") }
        if seen & 0x8 == 0 { members.isInStock = reader.absent("isInStock") }
        if seen & 0x10 == 0 { members.size = reader.absent("size") }
        if seen & 0x20 == 0 { members.labels = reader.absent("labels") }
        if seen & 0x40 == 0 { members.note = reader.absent("note") }
        guard reader.violationCount == mark else { throw .invalid }
        self.id = try reader.valid(members.id)
        self.title = try reader.valid(members.title)
        self.price = try reader.valid(members.price)
        self.isInStock = try reader.valid(members.isInStock)
        self.size = try reader.valid(members.size)
        self.labels = try reader.valid(members.labels)
        self.note = try reader.valid(members.note)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.id = try members.member(.id)
        self.title = try members.member(.title)
        self.price = try members.member(.price)
        self.isInStock = try members.member(.isInStock)
        self.size = try members.member(.size)
        self.labels = try members.member(.labels)
        self.note = try members.member(.note)
    }
}

nonisolated extension Category: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "name", 0x1, of: &seen) {
                members.name = try reader.member("name")
                continue
            }
            if try reader.takes(key, "products", 0x2, of: &seen) {
                members.products = try reader.member("products")
                continue
            }
            if try reader.takes(key, "children", 0x4, of: &seen) {
                members.children = try reader.member("children")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.name = reader.absent("name") }
        if seen & 0x2 == 0 { members.products = reader.absent("products") }
        if seen & 0x4 == 0 { members.children = reader.absent("children") }
        guard reader.violationCount == mark else { throw .invalid }
        self.name = try reader.valid(members.name)
        self.products = try reader.valid(members.products)
        self.children = try reader.valid(members.children)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.name = try members.member(.name)
        self.products = try members.member(.products)
        self.children = try members.member(.children)
    }
}

nonisolated extension Message: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "author", 0x1, of: &seen) {
                members.author = try reader.member("author")
                continue
            }
            if try reader.takes(key, "text", 0x2, of: &seen) {
                members.text = try reader.member("text")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.author = reader.absent("author") }
        if seen & 0x2 == 0 { members.text = reader.absent("text") }
        guard reader.violationCount == mark else { throw .invalid }
        self.author = try reader.valid(members.author)
        self.text = try reader.valid(members.text)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.author = try members.member(.author)
        self.text = try members.member(.text)
    }
}

nonisolated extension Talk: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "messages", 0x1, of: &seen) {
                members.messages = try reader.member("messages")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.messages = reader.absent("messages") }
        guard reader.violationCount == mark else { throw .invalid }
        self.messages = try reader.valid(members.messages)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.messages = try members.member(.messages)
    }
}
