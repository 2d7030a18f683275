// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// A type where it is used.
///
/// What has members, cases or alternatives is declared under a name and referred to, since Swift
/// has no anonymous structs, and since a name reads better in an editor than a tree of braces.
indirect enum ClientType: Hashable {
    /// Any JSON value.
    case any
    case boolean
    /// A whole number; `unsigned64` when it may be more than `Int64` holds.
    case integer(unsigned64: Bool)
    case number
    case text(Format)
    /// Always this text: the discriminator of an alternative.
    case constant(String)
    /// One of these whole numbers. They are written where they are used: a number has no name that
    /// a case could get.
    case integers([Int], unsigned64: Bool)
    case named(String)
    case array(ClientType)
    /// An object with any names.
    case dictionary(ClientType)
    case nullable(ClientType)

    /// What the text of a string stands for.
    enum Format { case plain, dateTime, uuid, url, base64, file }
}

/// A type with a name.
struct ClientDeclaration {
    var name: String
    var description: String?
    var isDeprecated: Bool
    var kind: Kind
    /// Where values of it go.
    ///
    /// What only goes out may leave members out in ways that reading cannot tell apart; what comes
    /// in must survive a server that is newer than the client.
    var usage: Usage = []

    struct Usage: OptionSet {
        let rawValue: Int
        static let request = Usage(rawValue: 1)
        static let response = Usage(rawValue: 2)
    }

    enum Kind {
        /// `others`: the type of members with other names, when there may be some.
        case object([ClientProperty], others: ClientType?)
        case alias(ClientType)
        case enumeration([String])
        case union([ClientAlternative], discriminator: String?)
    }
}

/// A member of an object.
struct ClientProperty {
    /// As it stands in JSON.
    var wireName: String
    var type: ClientType
    var isRequired: Bool
    var description: String?
    var defaultValue: JSON?
}

/// One of the types of a union.
struct ClientAlternative {
    /// The name of the case, in languages that have cases.
    var name: String
    /// The value of the discriminator that chooses it.
    var tag: String?
    /// Nil: there is nothing but the discriminator.
    var type: ClientType?
    /// Whether the type has the discriminator among its own members.
    var typeHasTag: Bool
}

extension ClientType {
    /// The declarations that a value of this type consists of.
    ///
    /// - Parameter directly: Without those behind a list or a dictionary, which are stored
    ///   elsewhere.
    /// - Returns: Their names, some more than once.
    func names(directly: Bool = false) -> [String] {
        switch self {
        case .named(let name): [name]
        case .array(let element), .dictionary(let element): directly ? [] : element.names()
        case .nullable(let value): value.names(directly: directly)
        case .any, .boolean, .integer, .integers, .number, .text, .constant: []
        }
    }

    var isNullable: Bool {
        if case .nullable = self { true } else { false }
    }
}

extension ClientDeclaration {
    /// The declarations that it consists of.
    func names(directly: Bool = false) -> [String] {
        switch kind {
        case .object(let properties, let others):
            properties.flatMap { $0.type.names(directly: directly) }
                + (directly ? [] : others?.names() ?? [])
        case .alias(let type): type.names(directly: directly)
        case .enumeration: []
        case .union(let alternatives, _):
            alternatives.flatMap { $0.type?.names(directly: directly) ?? [] }
        }
    }
}
