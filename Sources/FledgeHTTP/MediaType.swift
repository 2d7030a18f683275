// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The kind of a body: `text/html; charset=utf-8` (RFC 9110 8.3).
///
/// A `Content-Type` is parsed once, where the request comes in, and everything after decides by the
/// value. Two readers of one string can be made to disagree about it, and a check that reads other
/// than the decoder is no check (CVE-2025-32442, CVE-2026-25223, CVE-2026-33806).
///
///     let type = MediaType("Application/Problem+JSON; charset=UTF-8")
///     type?.essence     // "application/problem+json"
///     type?.isJSON      // true
///     type?["charset"]  // "utf-8"
///
/// Two values are equal when they mean the same: case of names and of the charset, quotes and
/// spaces do not matter; the parameters and their order do. To ignore them compare ``essence``.
public struct MediaType: Sendable, Hashable, LosslessStringConvertible {
    /// A parameter, such as `charset=utf-8`.
    public struct Parameter: Sendable, Hashable {
        /// The name, in lower case.
        public let name: String
        /// The value, without quotes and escapes.
        public let value: String

        init(name: String, value: String) {
            self.name = name
            // Charset names have no case (RFC 9110 8.3.2); other values may have, as a boundary has.
            self.value = name == "charset" ? FieldGrammar.lowercased(value) : value
        }
    }

    /// The part before the slash, in lower case.
    public let type: String
    /// The part after the slash, in lower case, with its suffix.
    public let subtype: String
    /// The parameters, in order, each name once.
    public let parameters: [Parameter]
    /// The media type as it is sent, in its shortest spelling.
    public let description: String

    /// Reads a media type, strictly: nil for anything that RFC 9110 8.3.1 does not allow.
    ///
    /// Also nil for wildcards, which are ranges and no types, and for a parameter given twice, which
    /// two readers would take for two different values.
    public init?(_ text: String) {
        var scanner = FieldScanner(text)
        guard let type = scanner.token(), type != "*", scanner.skip(UInt8(ascii: "/")),
            let subtype = scanner.token(), subtype != "*",
            let parameters = scanner.parameters(),
            parameters.count < 2 || Set(parameters.map(\.name)).count == parameters.count
        else { return nil }
        self.init(
            type: FieldGrammar.lowercased(type), subtype: FieldGrammar.lowercased(subtype),
            parameters: parameters)
    }

    /// Type and subtype without the parameters: `application/json`.
    public var essence: String { "\(type)/\(subtype)" }

    /// The structured syntax after the last `+` (RFC 6838 4.2.8): `json` of `application/ld+json`.
    public var suffix: String? {
        guard let plus = subtype.utf8.lastIndex(of: UInt8(ascii: "+")) else { return nil }
        return String(subtype[subtype.utf8.index(after: plus)...])
    }

    /// The value of the first parameter called `name`, in lower case; nil if there is none.
    public subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The charset in lower case, or nil if none is named.
    public var charset: String? { self["charset"] }

    /// Whether the body is JSON: `application/json` or any type with the suffix `+json`.
    ///
    /// False if another charset than UTF-8 is named, the only one that JSON has (RFC 8259 8.1).
    public var isJSON: Bool {
        let isKind = (type == "application" && subtype == "json") || suffix == "json"
        return isKind && (charset ?? "utf-8") == "utf-8"
    }

    /// Whether the type lies in `range`: `text/html` in `text/*`.
    ///
    /// Parameters of the range must all be here; more may be.
    public func matches(_ range: MediaRange) -> Bool {
        range.specificity(of: self) != nil
    }

    /// Whether the type is `other`, perhaps with more parameters.
    public func matches(_ other: MediaType) -> Bool {
        matches(MediaRange(other))
    }

    /// The same type with one parameter set, replacing one of that name.
    ///
    ///     MediaType.multipart.with("boundary", "7f3a")   // multipart/form-data; boundary=7f3a
    ///
    /// - Parameters:
    ///   - name: A token.
    ///   - value: Any text without control characters; quoted where it has to be.
    /// - Returns: Nil if the name or the value cannot be sent.
    public func with(_ name: String, _ value: String) -> MediaType? {
        guard FieldGrammar.isToken(name), !value.utf8.contains(where: FieldGrammar.isControl) else {
            return nil
        }
        let parameter = Parameter(name: FieldGrammar.lowercased(name), value: value)
        return MediaType(
            type: type, subtype: subtype,
            parameters: parameters.filter { $0.name != parameter.name } + [parameter])
    }

    /// From parts that are known to be valid and in lower case.
    init(type: String, subtype: String, parameters: [Parameter] = []) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
        description = parameters.reduce("\(type)/\(subtype)") { text, parameter in
            "\(text); \(parameter.name)=\(Self.quotedIfNeeded(parameter.value))"
        }
    }

    private static func quotedIfNeeded(_ value: String) -> String {
        if FieldGrammar.isToken(value) { return value }
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        return "\"\(String(decoding: bytes, as: UTF8.self))\""
    }
}

extension MediaType {
    /// `application/json`, without a charset: JSON is UTF-8 (RFC 8259 8.1, 11).
    public static let json = MediaType(type: "application", subtype: "json")
    /// `application/problem+json` (RFC 9457).
    public static let problemJSON = MediaType(type: "application", subtype: "problem+json")
    /// `text/html; charset=utf-8`.
    public static let html = text("html")
    /// `text/plain; charset=utf-8`.
    public static let plainText = text("plain")
    /// `text/css; charset=utf-8`.
    public static let css = text("css")
    /// `text/javascript; charset=utf-8` (RFC 9239).
    public static let javascript = text("javascript")
    /// `text/csv; charset=utf-8`.
    public static let csv = text("csv")
    /// `text/event-stream`: server-sent events, always UTF-8.
    public static let eventStream = MediaType(type: "text", subtype: "event-stream")
    /// `application/x-www-form-urlencoded`: what a plain HTML form sends.
    public static let form = MediaType(type: "application", subtype: "x-www-form-urlencoded")
    /// `multipart/form-data`: forms with files; to send it, add a `boundary`.
    public static let multipart = MediaType(type: "multipart", subtype: "form-data")
    /// `application/octet-stream`: bytes that nobody has described.
    public static let octetStream = MediaType(type: "application", subtype: "octet-stream")
    /// `application/xml`.
    public static let xml = MediaType(type: "application", subtype: "xml")
    /// `application/pdf`.
    public static let pdf = MediaType(type: "application", subtype: "pdf")
    /// `image/svg+xml`.
    public static let svg = MediaType(type: "image", subtype: "svg+xml")
    /// `image/png`.
    public static let png = MediaType(type: "image", subtype: "png")
    /// `image/jpeg`.
    public static let jpeg = MediaType(type: "image", subtype: "jpeg")

    /// `text/...` with `charset=utf-8`, which old clients would otherwise take for Latin-1.
    static func text(_ subtype: String) -> MediaType {
        MediaType(
            type: "text", subtype: subtype,
            parameters: [Parameter(name: "charset", value: "utf-8")])
    }
}
