// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The types of the benchmark. Those in `Plain` are the same for Foundation's coders: a type that
// conforms to `SchemaType` is coded by its own rules, whoever codes it.

struct User {
    var id: Int
    var name: String
    var email: String
    var tags: [String]
}

struct Page {
    var items: [User]
    var page: Int
    var total: Int
    var next: String?
}

struct Size {
    var width: Double
    var height: Double
    var depth: Double
}

struct Product {
    var id: Int
    var title: String
    var price: Double
    var isInStock: Bool
    var size: Size
    var labels: [String]
    var note: String?
}

struct Category {
    var name: String
    var products: [Product]
    var children: [Category]
}

struct Message {
    var author: String
    var text: String
}

struct Talk {
    var messages: [Message]
}

enum Plain {
    struct User: Codable {
        var id: Int
        var name: String
        var email: String
        var tags: [String]
    }

    struct Page: Codable {
        var items: [User]
        var page: Int
        var total: Int
        var next: String?
    }

    struct Size: Codable {
        var width: Double
        var height: Double
        var depth: Double
    }

    struct Product: Codable {
        var id: Int
        var title: String
        var price: Double
        var isInStock: Bool
        var size: Size
        var labels: [String]
        var note: String?
    }

    struct Category: Codable {
        var name: String
        var products: [Product]
        var children: [Category]
    }

    struct Message: Codable {
        var author: String
        var text: String
    }

    struct Talk: Codable {
        var messages: [Message]
    }
}
