// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// `Content-Disposition: form-data; name="photo"; filename="me.png"`, in all the ways in which names
/// are written there.
///
/// Browsers send UTF-8 with `%22`, `%0D` and `%0A` for a quote and the line ends, and leave all else
/// (WHATWG HTML, "multipart/form-data encoding algorithm"); curl and older browsers put a backslash
/// before quotes and backslashes; some clients add or send `filename*` (RFC 8187), although RFC 7578,
/// 4.2, says not to, and then that one is exact.
struct FormDataDisposition: Hashable {
    var name: String
    var filename: String?

    init(_ value: Substring) throws(MultipartPartHead.Mistake) {
        var scanner = FieldScanner(value)
        guard let kind = scanner.token(), FieldGrammar.equalIgnoringCase(kind, "form-data") else {
            throw .init(reason: "its Content-Disposition is not 'form-data'")
        }
        let parameters = try Self.parameters(&scanner)
        guard let name = parameters["name"] else {
            throw .init(reason: "its Content-Disposition has no name")
        }
        self.name = Self.unescaped(name)
        if let extended = parameters["filename*"] {
            filename = Self.lastComponent(try Self.extendedValue(extended))
        } else {
            filename = parameters["filename"].map { Self.lastComponent(Self.unescaped($0)) }
        }
    }

    private static func parameters(
        _ scanner: inout FieldScanner
    ) throws(MultipartPartHead.Mistake) -> [String: String] {
        var parameters: [String: String] = [:]
        while true {
            scanner.skipWhitespace()
            if scanner.isAtEnd { return parameters }
            let isSeparated = scanner.skip(UInt8(ascii: ";"))
            scanner.skipWhitespace()
            if isSeparated, scanner.isAtEnd { return parameters }
            guard isSeparated, let name = scanner.token(), scanner.skip(UInt8(ascii: "=")),
                let value = scanner.token().map(String.init) ?? quotedString(&scanner)
            else { throw .init(reason: "its Content-Disposition cannot be read") }
            guard parameters.updateValue(value, forKey: FieldGrammar.lowercased(name)) == nil
            else { throw .init(reason: "its Content-Disposition has '\(name)' twice") }
        }
    }

    /// A backslash escapes a quote or a backslash and is itself before anything else, since old
    /// browsers sent whole paths, `C:\temp\me.png`.
    private static func quotedString(_ scanner: inout FieldScanner) -> String? {
        guard scanner.skip(UInt8(ascii: "\"")) else { return nil }
        var text = ""
        while true {
            text += scanner.take { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            if scanner.skip(UInt8(ascii: "\"")) { return text }
            guard scanner.skip(UInt8(ascii: "\\")) else { return nil }
            if scanner.skip(UInt8(ascii: "\"")) {
                text += "\""
            } else {
                _ = scanner.skip(UInt8(ascii: "\\"))
                text += "\\"
            }
        }
    }

    /// Undoes the three escapes of browsers, in one pass.
    private static func unescaped(_ text: String) -> String {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
        var result = String(Substring(parts[0]))
        for part in parts.dropFirst() {
            switch FieldGrammar.lowercased(Substring(part.prefix(2))) {
            case "22": result += "\"" + Substring(part.dropFirst(2))
            case "0d": result += "\r" + Substring(part.dropFirst(2))
            case "0a": result += "\n" + Substring(part.dropFirst(2))
            default: result += "%" + Substring(part)
            }
        }
        return result
    }

    /// `UTF-8''na%C3%AFve.txt` (RFC 8187, 3.2).
    private static func extendedValue(
        _ text: String
    ) throws(MultipartPartHead.Mistake) -> String {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3,
            FieldGrammar.equalIgnoringCase(Substring(parts[0]), "utf-8"),
            let value = PercentCoding.decode(String(Substring(parts[2]))),
            !value.utf8.contains(where: FieldGrammar.isControl)
        else { throw .init(reason: "its 'filename*' is not UTF-8''… with percent escapes") }
        return value
    }

    /// What stands behind the last slash or backslash: who writes a file of that name must not
    /// find itself in another folder (RFC 7578, 4.2).
    static func lastComponent(_ path: String) -> String {
        let isSeparator = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let start = path.utf8.lastIndex(where: isSeparator).map(path.utf8.index(after:))
        let name = String(path[(start ?? path.startIndex)...])
        return name == "." || name == ".." ? "" : name
    }
}
