// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What the scanner keeps of a source file: values only, no syntax tree.

/// The HTTP methods that name a handler.
enum Verb: String, Sendable, CaseIterable {
    case GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, QUERY
}

/// What one Swift file says, as far as routes and layers go.
struct FileFacts: Sendable {
    var file: SourceFile
    var imports: [ImportFact] = []
    /// Types and extensions, nested ones too, in the order of the file.
    var types: [TypeFact] = []
    /// `@Route` and `@FolderMiddleware` in the body of a function, where no type can be mounted.
    var buriedAttributes: [AttributeFact] = []
    var hasMainAttribute = false

    /// The compiler treats a file of this name as the program, whatever folder it is in.
    var isMain: Bool { hasMainAttribute || file.name == "main.swift" }
}

/// An import, such as `package import struct Fledge.Request`.
struct ImportFact: Sendable {
    var module: String
    /// The access level written before `import`.
    var access: String?
    var position: Position
    var condition: BuildCondition
}

/// An attribute, such as `@GET("/:id")`.
struct AttributeFact: Sendable {
    /// The last part of the name: `Route` for `@Fledge.Route`.
    var name: String
    var path: Path
    var position: Position
    var condition: BuildCondition

    /// The first argument, when it has no label.
    enum Path: Sendable, Equatable {
        case none
        case literal(String)
        /// An expression, which only the compiler can evaluate.
        case unknown
    }

    var verb: Verb? { Verb(rawValue: name) }
}

/// A type or an extension of one.
struct TypeFact: Sendable {
    /// `struct`, `class`, `enum`, `actor`, `protocol`, `extension` or `typealias`.
    var keyword: String
    var name: String
    /// The names of the types around it, outermost first.
    var enclosing: [String]
    var attributes: [AttributeFact]
    var modifiers: Set<String>
    var isGeneric: Bool
    var position: Position
    var functions: [FunctionFact] = []
    /// Ways to build it from `environment:`, in no order.
    var environmentInitializers: [InitializerFact] = []

    func attribute(_ name: String) -> AttributeFact? { attributes.first { $0.name == name } }

    /// Whether another file of its module cannot see it.
    var isHidden: Bool { !modifiers.isDisjoint(with: ["private", "fileprivate"]) }
    /// Whether another module of its package can see it.
    var isShared: Bool { !modifiers.isDisjoint(with: ["package", "public", "open"]) }
}

/// A function that is a handler, or looks as if it was meant to be one.
struct FunctionFact: Sendable {
    var name: String
    /// `@GET`, `@POST("/x")`, … on the function.
    var verbAttributes: [AttributeFact]
    var modifiers: Set<String>
    var position: Position
    var condition: BuildCondition

    var isStatic: Bool { !modifiers.isDisjoint(with: ["static", "class"]) }
    var isHidden: Bool { !modifiers.isDisjoint(with: ["private", "fileprivate"]) }

    /// What the function answers: its attributes, or else its name.
    var handlers: [(verb: Verb, path: AttributeFact.Path)] {
        guard !isStatic else { return [] }
        let annotated = verbAttributes.compactMap { attribute in
            attribute.verb.map { (verb: $0, path: attribute.path) }
        }
        guard annotated.isEmpty, let verb = Verb(rawValue: name) else { return annotated }
        return [(verb: verb, path: .none)]
    }

    /// The verb its name spells in the wrong case, as `get` does.
    var misspelledVerb: Verb? {
        guard !isStatic, !isHidden, verbAttributes.isEmpty, Verb(rawValue: name) == nil else {
            return nil
        }
        return Verb(rawValue: name.uppercased())
    }
}

/// An `init(environment:)`, written or memberwise.
struct InitializerFact: Sendable, Equatable {
    var isAsync: Bool
    var isThrowing: Bool
}
