// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes

/// The conditions a request puts on its answer, and the decision they lead to (RFC 9110 13).
///
/// A pure function: field values, the tag and the date of the current representation in, a decision
/// out. Evaluate it after everything else would have succeeded and before any effect.
///
///     let preconditions = Preconditions(ifNoneMatch: #""v7""#)
///     preconditions.evaluate(method: .get, tag: EntityTag(opaque: "v7"))   // .notModified
public struct Preconditions: Sendable, Hashable {
    /// What to do with the request.
    public enum Decision: Sendable, Hashable {
        /// All conditions hold: perform the method.
        case proceed
        /// The client has the current representation: answer 304 without a body.
        case notModified
        /// A condition does not hold: answer 412 and change nothing.
        case failed
    }

    /// The value of `If-Match`, or nil if the field is missing.
    public var ifMatch: String?
    /// The value of `If-None-Match`, or nil if the field is missing.
    public var ifNoneMatch: String?
    /// The value of `If-Modified-Since`, or nil if the field is missing.
    public var ifModifiedSince: String?
    /// The value of `If-Unmodified-Since`, or nil if the field is missing.
    public var ifUnmodifiedSince: String?
    /// The value of `If-Range`, or nil if the field is missing.
    public var ifRange: String?

    /// Collects the values of the fields; nil for each one that is missing.
    public init(
        ifMatch: String? = nil,
        ifNoneMatch: String? = nil,
        ifModifiedSince: String? = nil,
        ifUnmodifiedSince: String? = nil,
        ifRange: String? = nil
    ) {
        self.ifMatch = ifMatch
        self.ifNoneMatch = ifNoneMatch
        self.ifModifiedSince = ifModifiedSince
        self.ifUnmodifiedSince = ifUnmodifiedSince
        self.ifRange = ifRange
    }

    /// Takes the values from the fields of a request.
    public init(_ headers: Fields) {
        self.init(
            ifMatch: headers[.ifMatch],
            ifNoneMatch: headers[.ifNoneMatch],
            ifModifiedSince: headers[.ifModifiedSince],
            ifUnmodifiedSince: headers[.ifUnmodifiedSince],
            ifRange: headers[.ifRange])
    }

    /// Decides in the order of RFC 9110 13.2.2.
    ///
    /// | step | field | holds when | if it does not |
    /// |---|---|---|---|
    /// | 1 | `If-Match` | a tag matches strongly, or `*` and there is a representation | 412 |
    /// | 2 | `If-Unmodified-Since`, without `If-Match` | not modified after it | 412 |
    /// | 3 | `If-None-Match` | no tag matches weakly, or `*` and there is none | 304 for GET and HEAD, else 412 |
    /// | 4 | `If-Modified-Since`, without `If-None-Match`, GET and HEAD | modified after it | 304 |
    ///
    /// Malformed dates are ignored, as the RFC asks. Malformed tag lists fail closed: `If-Match`
    /// does not hold; `If-None-Match` holds for GET and HEAD, which then answer in full, and does
    /// not for methods that write.
    ///
    /// - Parameters:
    ///   - method: The method of the request.
    ///   - tag: The tag of the current representation, if it has one.
    ///   - lastModified: When the current representation changed last, if that is known.
    ///   - exists: Whether there is a current representation: false for a PUT that would create it.
    /// - Returns: Whether to go on, and with which status not to.
    public func evaluate(
        method: Method,
        tag: EntityTag? = nil,
        lastModified: HTTPDate? = nil,
        exists: Bool = true
    ) -> Decision {
        if let ifMatch {
            guard Self.matches(ifMatch, tag, exists, by: { $0.matchesStrongly($1) }) == true else {
                return .failed
            }
        } else if let limit = ifUnmodifiedSince.flatMap(HTTPDate.init), let lastModified,
            lastModified > limit
        {
            return .failed
        }
        let isRead = method == .get || method == .head
        if let ifNoneMatch {
            let matches = Self.matches(ifNoneMatch, tag, exists, by: { $0.matchesWeakly($1) })
            if matches ?? !isRead { return isRead ? .notModified : .failed }
        } else if isRead, let limit = ifModifiedSince.flatMap(HTTPDate.init), let lastModified,
            lastModified <= limit
        {
            return .notModified
        }
        return .proceed
    }

    /// Whether a `Range` field of the same request is to be applied (RFC 9110 13.1.5).
    ///
    /// True without `If-Range`. With it, only when the client's piece is of exactly the current
    /// representation: its tag matches strongly, or its date is the date of the last change. A weak
    /// tag never matches, and neither does a malformed value: the answer is then whole, which is
    /// always right. A date cannot tell two changes within one second apart.
    ///
    /// - Parameters:
    ///   - tag: The tag of the current representation, if it has one.
    ///   - lastModified: When the current representation changed last, if that is known.
    /// - Returns: False to answer with the whole representation.
    public func allowsRange(tag: EntityTag? = nil, lastModified: HTTPDate? = nil) -> Bool {
        guard let ifRange else { return true }
        if let wanted = EntityTag(ifRange) {
            return tag.map(wanted.matchesStrongly) ?? false
        }
        guard let wanted = HTTPDate(ifRange) else { return false }
        return wanted == lastModified
    }

    /// Whether the current representation is in the list; nil if the list is malformed.
    private static func matches(
        _ fieldValue: String, _ tag: EntityTag?, _ exists: Bool,
        by compare: (EntityTag, EntityTag) -> Bool
    ) -> Bool? {
        switch EntityTagList(fieldValue) {
        case nil: nil
        case .any: exists
        case .tags(let tags):
            if let tag, exists { tags.contains { compare($0, tag) } } else { false }
        }
    }
}
