// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The rules that a stream of requests can break, and what each is answered with.
///
/// RFC numbers: 9110 is the semantics of HTTP, 9112 is HTTP/1.1, 3986 is the URI.
enum Rule: String, CaseIterable, Hashable {
    // Lines: RFC 9112, 2.2.
    case bareLineFeed, bareCarriageReturn, controlCharacter, tooManyEmptyLines
    // The request line: RFC 9112, 3.
    case requestLineTooLong, notThreeParts, methodIsNoToken, methodTooLong
    case versionMalformed, versionUnsupported
    // The target: RFC 9112, 3.2; RFC 3986.
    case targetForm, targetByte, pathEscape, connect
    // Field lines: RFC 9112, 5.
    case fieldTooLong, fieldsTooLong, tooManyFields
    case foldedField, noColon, fieldNameIsNoToken
    // Fields that decide what the message is: RFC 9110, 5.3, 7.2, 10.1.1.
    case repeatedField, missingHost, invalidHost, unknownExpectation
    // Framing: RFC 9112, 6.
    case contentLengthMalformed, contentLengthTooLarge, lengthAndEncoding
    case encodingInHTTP10, encodingMalformed, chunkedNotOnceAndLast, encodingUnsupported
    // Chunks: RFC 9112, 7.1.
    case chunkSize, chunkExtension, chunkExtensionsTooLong, chunkOverhead, chunkDataEnd
    // Trailers: RFC 9110, 6.5.1.
    case trailersTooLong, forbiddenTrailer

    var status: Int {
        switch self {
        case .requestLineTooLong: 414
        case .fieldTooLong, .fieldsTooLong, .tooManyFields, .trailersTooLong: 431
        case .methodTooLong, .connect, .encodingUnsupported: 501
        case .versionUnsupported: 505
        case .unknownExpectation: 417
        default: 400
        }
    }
}

/// What the reference makes of a stream.
struct ReferenceVerdict {
    /// Every request whose head was accepted.
    var requests: [ParsedRequest] = []
    /// The rules that the stream breaks where it was given up; empty when it asks for more bytes.
    ///
    /// Any of them may be the one that is reported: the rules have no order among themselves.
    var broken: Set<Rule> = []

    var isRefused: Bool { !broken.isEmpty }
}

/// One accepted request, in a form that both parsers are brought to.
struct ParsedRequest: Hashable {
    var method: String
    var pathAndQuery: String
    var authority: String?
    /// Names and values in turn.
    var fields: [String]
    var version: String
    var keepsAlive: Bool
    var expectsContinue: Bool
    /// `nil` while it is not complete.
    var body: [UInt8]?
}
