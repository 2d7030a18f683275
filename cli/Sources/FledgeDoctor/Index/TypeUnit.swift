// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A type as it stands in one file: its declaration, or one extension of it.
struct TypeUnit: Sendable {
    enum Kind: String, Sendable {
        case `struct`, `class`, `enum`, actor, `protocol`, `extension`
    }

    var name: String
    /// `Order.Line` of a type inside a type.
    var qualifiedName: String
    var kind: Kind
    var attributes: [String]
    var inherited: [String]
    var properties: [PropertyUnit] = []
    var isPrivate: Bool
    var node: Syntax
    var file: Int

    var isRoute: Bool { attributes.contains("Route") }
    var isController: Bool { attributes.contains("Controller") || inherited.contains("Controller") }
    var isFolderMiddleware: Bool { attributes.contains("FolderMiddleware") }
    var isSchema: Bool { attributes.contains("Schema") }
}

/// A property of a type, or a variable of a file.
struct PropertyUnit: Sendable {
    var name: String
    /// As it is written, or as its first value says.
    var type: String?
    var isStored: Bool
    var isStatic: Bool
    var isPrivate: Bool
    var node: Syntax
}

/// A parameter of a function.
struct ParameterUnit: Sendable {
    var label: String?
    var name: String
    var type: String
}

/// A function that is measured: a method, an initializer, an accessor, or the closure of a route.
struct FunctionUnit: Sendable {
    enum Kind: Sendable { case function, initializer, accessor, closure }

    /// `OrdersRoute.POST`, or `GET /orders` of a closure.
    var name: String
    var simpleName: String
    var kind: Kind
    /// The name of the type around it.
    var owner: String?
    /// The position of that type, or of that extension of it, in the file's list.
    var ownerUnit: Int?
    var parameters: [ParameterUnit] = []
    var returnType: String?
    var attributes: [String] = []
    var isPrivate = false
    var isStatic = false
    var node: Syntax
    var body: Syntax
    var file: Int
    var verb: String?
    /// The path of a closure, or of a verb's attribute, as it is written.
    var pathText: String?
    /// What a closure takes from the function around it, as far as types are known.
    var captured: [ParameterUnit] = []
    /// Closures inside of it that are units themselves.
    var routeClosures: Set<SyntaxIdentifier> = []

    // What is found out once all files are known.
    var isHandler = false
    var layer = Layer.other
    var lines = 0
    var cyclomatic = 1
    var cognitive = 0
}
