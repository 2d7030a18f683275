// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

// What `@Schema` writes for these types, written by hand, so that the benchmark need not compile
// swift-syntax. Descriptions and constraints are left out: nothing here asks for them.

extension User: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var id: Int? = nil
        var name: String? = nil
        var email: String? = nil
        var tags: [String]? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "id") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                id = try reader.member("id", Int.self)
            } else if reader.matches(key, "name") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                name = try reader.member("name", String.self)
            } else if reader.matches(key, "email") {
                guard seen & 4 == 0 else { throw reader.duplicate(key) }
                seen |= 4
                email = try reader.member("email", String.self)
            } else if reader.matches(key, "tags") {
                guard seen & 8 == 0 else { throw reader.duplicate(key) }
                seen |= 8
                tags = try reader.member("tags", [String].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, id == nil { reader.missing("id") }
        if seen & 2 == 0, name == nil { reader.missing("name") }
        if seen & 4 == 0, email == nil { reader.missing("email") }
        if seen & 8 == 0, tags == nil { reader.missing("tags") }
        guard reader.violationCount == mark, let id, let name, let email, let tags else {
            throw .invalid
        }
        self.id = id
        self.name = name
        self.email = email
        self.tags = tags
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", self.id)
        writer.member("name", self.name)
        writer.member("email", self.email)
        writer.member("tags", self.tags)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

extension Page: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var items: [User]? = nil
        var page: Int? = nil
        var total: Int? = nil
        var next: String?? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "items") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                items = try reader.member("items", [User].self)
            } else if reader.matches(key, "page") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                page = try reader.member("page", Int.self)
            } else if reader.matches(key, "total") {
                guard seen & 4 == 0 else { throw reader.duplicate(key) }
                seen |= 4
                total = try reader.member("total", Int.self)
            } else if reader.matches(key, "next") {
                guard seen & 8 == 0 else { throw reader.duplicate(key) }
                seen |= 8
                next = try reader.member("next", String?.self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, items == nil { reader.missing("items") }
        if seen & 2 == 0, page == nil { reader.missing("page") }
        if seen & 4 == 0, total == nil { reader.missing("total") }
        if seen & 8 == 0 { next = String?.valueWhenAbsent }
        guard reader.violationCount == mark, let items, let page, let total, let next else {
            throw .invalid
        }
        self.items = items
        self.page = page
        self.total = total
        self.next = next
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("items", self.items)
        writer.member("page", self.page)
        writer.member("total", self.total)
        writer.member("next", self.next)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

extension Size: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var width: Double? = nil
        var height: Double? = nil
        var depth: Double? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "width") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                width = try reader.member("width", Double.self)
            } else if reader.matches(key, "height") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                height = try reader.member("height", Double.self)
            } else if reader.matches(key, "depth") {
                guard seen & 4 == 0 else { throw reader.duplicate(key) }
                seen |= 4
                depth = try reader.member("depth", Double.self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, width == nil { reader.missing("width") }
        if seen & 2 == 0, height == nil { reader.missing("height") }
        if seen & 4 == 0, depth == nil { reader.missing("depth") }
        guard reader.violationCount == mark, let width, let height, let depth else {
            throw .invalid
        }
        self.width = width
        self.height = height
        self.depth = depth
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("width", self.width)
        writer.member("height", self.height)
        writer.member("depth", self.depth)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

extension Product: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var id: Int? = nil
        var title: String? = nil
        var price: Double? = nil
        var isInStock: Bool? = nil
        var size: Size? = nil
        var labels: [String]? = nil
        var note: String?? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "id") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                id = try reader.member("id", Int.self)
            } else if reader.matches(key, "title") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                title = try reader.member("title", String.self)
            } else if reader.matches(key, "price") {
                guard seen & 4 == 0 else { throw reader.duplicate(key) }
                seen |= 4
                price = try reader.member("price", Double.self)
            } else if reader.matches(key, "isInStock") {
                guard seen & 8 == 0 else { throw reader.duplicate(key) }
                seen |= 8
                isInStock = try reader.member("isInStock", Bool.self)
            } else if reader.matches(key, "size") {
                guard seen & 16 == 0 else { throw reader.duplicate(key) }
                seen |= 16
                size = try reader.member("size", Size.self)
            } else if reader.matches(key, "labels") {
                guard seen & 32 == 0 else { throw reader.duplicate(key) }
                seen |= 32
                labels = try reader.member("labels", [String].self)
            } else if reader.matches(key, "note") {
                guard seen & 64 == 0 else { throw reader.duplicate(key) }
                seen |= 64
                note = try reader.member("note", String?.self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, id == nil { reader.missing("id") }
        if seen & 2 == 0, title == nil { reader.missing("title") }
        if seen & 4 == 0, price == nil { reader.missing("price") }
        if seen & 8 == 0, isInStock == nil { reader.missing("isInStock") }
        if seen & 16 == 0, size == nil { reader.missing("size") }
        if seen & 32 == 0, labels == nil { reader.missing("labels") }
        if seen & 64 == 0 { note = String?.valueWhenAbsent }
        guard reader.violationCount == mark, let id, let title, let price, let isInStock, let size,
            let labels, let note
        else { throw .invalid }
        self.id = id
        self.title = title
        self.price = price
        self.isInStock = isInStock
        self.size = size
        self.labels = labels
        self.note = note
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", self.id)
        writer.member("title", self.title)
        writer.member("price", self.price)
        writer.member("isInStock", self.isInStock)
        writer.member("size", self.size)
        writer.member("labels", self.labels)
        writer.member("note", self.note)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

extension Category: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var name: String? = nil
        var products: [Product]? = nil
        var children: [Category]? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "name") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                name = try reader.member("name", String.self)
            } else if reader.matches(key, "products") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                products = try reader.member("products", [Product].self)
            } else if reader.matches(key, "children") {
                guard seen & 4 == 0 else { throw reader.duplicate(key) }
                seen |= 4
                children = try reader.member("children", [Category].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, name == nil { reader.missing("name") }
        if seen & 2 == 0, products == nil { reader.missing("products") }
        if seen & 4 == 0, children == nil { reader.missing("children") }
        guard reader.violationCount == mark, let name, let products, let children else {
            throw .invalid
        }
        self.name = name
        self.products = products
        self.children = children
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", self.name)
        writer.member("products", self.products)
        writer.member("children", self.children)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

extension Message: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var author: String? = nil
        var text: String? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "author") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                author = try reader.member("author", String.self)
            } else if reader.matches(key, "text") {
                guard seen & 2 == 0 else { throw reader.duplicate(key) }
                seen |= 2
                text = try reader.member("text", String.self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, author == nil { reader.missing("author") }
        if seen & 2 == 0, text == nil { reader.missing("text") }
        guard reader.violationCount == mark, let author, let text else { throw .invalid }
        self.author = author
        self.text = text
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("author", self.author)
        writer.member("text", self.text)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}

extension Talk: SchemaObject {
    init(json reader: inout JSONReader) throws(JSONError) {
        var messages: [Message]? = nil
        var seen: UInt64 = 0
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "messages") {
                guard seen & 1 == 0 else { throw reader.duplicate(key) }
                seen |= 1
                messages = try reader.member("messages", [Message].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if seen & 1 == 0, messages == nil { reader.missing("messages") }
        guard reader.violationCount == mark, let messages else { throw .invalid }
        self.messages = messages
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("messages", self.messages)
    }

    static func describeMembers(
        of object: inout ObjectSchema, in registry: inout SchemaRegistry
    ) {}
}
