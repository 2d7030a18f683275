// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

// The types of the benchmark, with the macros in comments: compiling swift-syntax for release takes
// ten minutes. What they write stands in `Generated/`, and a test of the macros holds it to these lines.
//
// Those in `Plain` are the same for Foundation's coders, as an application without Fledge has them.

/* @Schema */ struct User {
    var id: Int
    var name: String
    var email: String
    var tags: [String]
}

/* @Schema */ struct Page {
    var items: [User]
    var page: Int
    var total: Int
    var next: String?
}

/* @Schema */ struct Size {
    var width: Double
    var height: Double
    var depth: Double
}

/* @Schema */ struct Product {
    var id: Int
    var title: String
    var price: Double
    var isInStock: Bool
    var size: Size
    var labels: [String]
    var note: String?
}

/* @Schema */ struct Category {
    var name: String
    var products: [Product]
    var children: [Category]
}

/* @Schema */ struct Message {
    var author: String
    var text: String
}

/* @Schema */ struct Talk {
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
