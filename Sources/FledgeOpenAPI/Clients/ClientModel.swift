// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// An API as a client sees it: groups of operations, and the types that they take and give.
///
/// It is read from an OpenAPI 3.1 document once (`ClientModelReader`), and every language is
/// written from it. All names are final here: legal, without clashes, and the same in every
/// language, so that what is said of one client holds for the other.
struct ClientModel {
    var title: String
    var version: String
    var description: String?
    /// In the order of the document.
    var groups: [ClientGroup]
    /// In the order of the document; a type without a name of its own stands after its owner.
    var types: [ClientDeclaration]
}

/// Operations with one tag: `client.users`.
struct ClientGroup {
    /// The property of the client; nil when the operations stand on the client itself.
    var name: String?
    /// The type that holds the operations.
    var typeName: String
    var description: String?
    var operations: [ClientOperation]
}

/// One verb on one path.
struct ClientOperation {
    /// Unique in its group; the id of the operation until the group is whole.
    var name: String
    var method: String
    /// As the document writes it, for people.
    var template: String
    var path: [PathPiece]
    /// Path, query and header fields, in the order of the document.
    ///
    /// Cookies are none of them: they are the business of the browser, and a script in it cannot set
    /// them.
    var parameters: [ClientParameter]
    var body: ClientBody?
    /// What a success may be, by ascending status; at least one.
    var answers: [ClientAnswer]
    /// Statuses of 400 and more that the document lists.
    var problems: [Note]
    /// What the caller has to prove: `bearer`, or a header field.
    var security: [String]
    var summary: String?
    var description: String?
    var isDeprecated: Bool

    enum PathPiece: Hashable {
        case text(String)
        /// The index of the parameter.
        case parameter(Int)
    }

    /// A status and the words of the document for it.
    struct Note {
        var status: Int
        var text: String
    }
}

/// A parameter of the path, of the query, or a header field.
struct ClientParameter {
    /// As it is sent.
    var wireName: String
    /// As a caller writes it.
    var name: String
    var place: Place
    var type: ClientType
    var isRequired: Bool
    var description: String?
    var defaultValue: JSON?

    enum Place: Hashable {
        case path
        /// The rest of the path: segments, each escaped for itself.
        case restOfPath
        /// Lists repeat the name; an object gives `name[member]`.
        case query
        /// Lists are one value with commas.
        case commaSeparatedQuery
        case header
    }
}

/// What is sent.
struct ClientBody {
    var kind: Kind
    var type: ClientType
    var mediaType: String
    var isRequired: Bool
    var description: String?

    enum Kind { case json, form, multipart, text, bytes }
}

/// One successful answer.
struct ClientAnswer {
    var status: Int
    var kind: Kind
    /// For ``Kind/json``.
    var type: ClientType
    var description: String?

    enum Kind: String { case json, text, bytes, events, none }
}

extension ClientOperation {
    /// The form of the result.
    enum Result {
        case nothing
        /// One type, whatever the status.
        case value(ClientAnswer)
        /// A value, or nothing (200 and 204).
        case optional(ClientAnswer)
        /// Types that differ by status: the caller is told which one it is.
        case byStatus([ClientAnswer])
    }

    var result: Result {
        var different: [ClientAnswer] = []
        for answer in answers
        where !different.contains(where: { $0.kind == answer.kind && $0.type == answer.type }) {
            different.append(answer)
        }
        let values = different.filter { $0.kind != .none }
        return switch (values.count, different.count) {
        case (0, _): .nothing
        case (1, 1): .value(values[0])
        case (1, _): .optional(values[0])
        default: .byStatus(answers)
        }
    }
}
