// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP

/// What a part of a route says about it, for the document of the API.
///
/// Parameters, bodies and results describe themselves by their types. This is for what no type shows: who
/// may ask, what a middleware reads, how a response of your own looks. See ``RouteDescribing``.
public struct RouteDescription: Sendable {
    /// What the request must or may bring besides what the handler's signature shows.
    public private(set) var parameters: [Parameter] = []
    /// The answers that are not plain JSON, and the refusals.
    public private(set) var answers: [Answer] = []
    /// Who may ask: all that is required at once.
    public private(set) var security: [Need] = []
    /// Whether the document leaves the route out.
    public private(set) var isHidden = false

    /// An empty description.
    public init() {}

    /// A value that comes with the request.
    public struct Parameter: Sendable {
        /// Where it stands.
        public enum Place: String, Sendable {
            case query, header, cookie
        }

        /// Its name on the wire.
        public var name: String
        /// Where it stands.
        public var place: Place
        /// The Swift type that it is read as.
        public var type: any Any.Type
        /// Whether a request without it is refused.
        public var isRequired: Bool
        /// What it is for.
        public var details: String?
    }

    /// One answer of the route.
    public struct Answer: Sendable {
        /// The status: `201`, or a range such as `3XX`.
        public var status: String
        /// When it is given.
        public var details: String?
        /// The media type of its body; `nil` when it has none.
        public var mediaType: String?
        /// The Swift type of its body; `nil` for text and bytes.
        public var type: (any Any.Type)?
        /// The header fields that it is known to have, with what they say.
        public var headers: [String: String]
    }

    /// A credential that a route asks for.
    public struct Need: Sendable, Hashable {
        /// The credentials, one of which will do.
        public var schemes: [SecurityScheme]
        /// Whether the route also answers without it.
        public var isOptional: Bool
    }
}

extension RouteDescription {
    /// The request must show who sends it.
    ///
    /// Adds the answers 401 and 403 as well. What is required by several calls is required together; of
    /// the credentials of one call, one will do:
    ///
    ///     route.requires(.bearer(format: "JWT"), or: .cookie("session"))
    ///
    /// - Parameters:
    ///   - scheme: The credential.
    ///   - others: Credentials that do as well.
    public mutating func requires(_ scheme: SecurityScheme, or others: SecurityScheme...) {
        let need = Need(schemes: [scheme] + others, isOptional: false)
        if !security.contains(need) { security.append(need) }
        fails(
            .unauthorized,
            "The request does not show who sends it, or not in a way that is believed.")
        fails(.forbidden, "Who sends the request may not do this.")
    }

    /// The request brings a value that the handler's signature does not show.
    ///
    /// - Parameters:
    ///   - name: Its name on the wire: `X-Tenant`.
    ///   - place: Where it stands.
    ///   - type: What it is read as: `Int.self`.
    ///   - isRequired: Whether a request without it is refused.
    ///   - details: What it is for.
    public mutating func takes(
        _ name: String,
        in place: Parameter.Place,
        _ type: any ParameterValue.Type = String.self,
        isRequired: Bool = true,
        details: String? = nil
    ) {
        parameters.append(
            Parameter(
                name: name, place: place, type: type, isRequired: isRequired, details: details))
    }

    /// The route answers in this way, instead of with 200 and JSON.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - mediaType: The media type of the body; `nil` when there is none.
    ///   - type: The type of a JSON body; `nil` for text and bytes.
    ///   - headers: The header fields that it has, each with what it says.
    ///   - details: When it is given.
    public mutating func answers(
        _ status: Status,
        _ mediaType: String? = nil,
        _ type: (any Any.Type)? = nil,
        headers: [String: String] = [:],
        details: String? = nil
    ) {
        answers("\(status.code)", mediaType, type, headers: headers, details: details)
    }

    /// As above, for a range of statuses: `3XX`.
    package mutating func answers(
        _ status: String,
        _ mediaType: String? = nil,
        _ type: (any Any.Type)? = nil,
        headers: [String: String] = [:],
        details: String? = nil
    ) {
        answers.append(
            Answer(
                status: status, details: details, mediaType: mediaType, type: type,
                headers: headers))
    }

    /// The route may refuse with this status and a problem document.
    ///
    /// - Parameters:
    ///   - status: 400 to 599.
    ///   - details: When it does.
    public mutating func fails(_ status: Status, _ details: String) {
        answers(status, "application/problem+json", Problem.self, details: details)
    }

    /// Leaves the route out of the document.
    public mutating func hides() { isHidden = true }

    /// The same where nothing of it is needed: the parameter that it is about is optional.
    package var asOptional: RouteDescription {
        var copy = self
        for index in copy.parameters.indices { copy.parameters[index].isRequired = false }
        for index in copy.security.indices { copy.security[index].isOptional = true }
        return copy
    }

    /// Adds what `other` says.
    package mutating func merge(_ other: RouteDescription) {
        parameters += other.parameters
        answers += other.answers
        security += other.security.filter { !security.contains($0) }
        isHidden = isHidden || other.isHidden
    }
}
