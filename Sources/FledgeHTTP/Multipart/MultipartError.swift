// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why a `multipart/form-data` body could not be read.
public enum MultipartError: Error, Hashable, CustomStringConvertible {
    /// The content type names no boundary, or one that RFC 2046 does not allow.
    ///
    /// Answered with 400.
    case boundary(String?)
    /// The body breaks a rule. Answered with 400.
    ///
    /// - Parameters:
    ///   - reason: Which, as a clause.
    ///   - part: The part in or behind which it does, from 1; 0 before the first.
    ///   - offset: Where, in bytes from the beginning of the body.
    case malformed(reason: String, part: Int, offset: Int)
    /// There are more parts than are taken. Answered with 413.
    case tooManyParts(limit: Int)
    /// The headers of a part are longer than is taken. Answered with 413.
    case partHeadersTooLarge(limit: Int, part: Int)

    /// What happened and where, for logs and problem documents.
    public var description: String {
        switch self {
        case .boundary(nil):
            "The content type multipart/form-data has no boundary; let your HTTP client set it."
        case .boundary:
            "The boundary of multipart/form-data must be 1 to 70 letters, digits or '()+_,-./:=?."
        case .malformed(let reason, let part, let offset):
            "The multipart body is malformed, \(Self.place(part)) at byte \(offset): \(reason)."
        case .tooManyParts(let limit):
            "The multipart body has more than \(limit) parts."
        case .partHeadersTooLarge(let limit, let part):
            "The headers of part \(part) of the multipart body are longer than \(limit) bytes."
        }
    }

    private static func place(_ part: Int) -> String {
        part == 0 ? "before the first part," : "in part \(part),"
    }
}
