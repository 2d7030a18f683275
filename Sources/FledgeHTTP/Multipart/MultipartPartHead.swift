// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a part of a form says of itself, before its bytes.
package struct MultipartPartHead: Sendable, Hashable {
    /// The name of the form's field.
    package let name: String
    /// The last component of the name that the file has at the client; `nil` for a field that is
    /// no file, empty when no file was chosen.
    package let filename: String?
    /// What the client says that it is; `nil` when it does not, or not in a way that can be read.
    package let contentType: MediaType?

    package init(name: String, filename: String? = nil, contentType: MediaType? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }

    /// Reads the lines before a part.
    ///
    /// `Content-Disposition` and `Content-Type` count; all others are ignored (RFC 7578, 4.8).
    ///
    /// - Parameters:
    ///   - lines: All of them, with CR LF between two.
    ///   - part: The number of the part, for errors.
    ///   - offset: Where `lines` begin in the body, for errors.
    /// - Throws: ``MultipartError/malformed(reason:part:offset:)``.
    init(
        lines: some Collection<UInt8>, part: Int, offset: Int
    ) throws(MultipartError) {
        let fail = { MultipartError.malformed(reason: $0, part: part, offset: offset) }
        guard let text = String(validating: lines, as: UTF8.self) else {
            throw fail("its headers are not UTF-8")
        }
        do throws(Mistake) {
            self = try Self.read(text)
        } catch {
            throw fail(error.reason)
        }
    }

    /// A rule that is broken, as a clause.
    struct Mistake: Error {
        let reason: String
    }

    private static func read(_ text: String) throws(Mistake) -> MultipartPartHead {
        var fields = Fields()
        for line in text.utf8.split(separator: Byte.lineFeed, omittingEmptySubsequences: true) {
            // The last line has no line end any more.
            let isEnded = line.endIndex < text.utf8.endIndex
            guard !isEnded || line.last == Byte.carriageReturn else {
                throw Mistake(reason: "a header line ends with LF alone")
            }
            try fields.read(Substring(isEnded ? line.dropLast() : line))
        }
        guard let disposition = fields.disposition else {
            throw Mistake(reason: "it has no Content-Disposition")
        }
        return MultipartPartHead(
            name: disposition.name, filename: disposition.filename,
            contentType: fields.contentType.flatMap(MediaType.init))
    }

    /// The two fields that count.
    private struct Fields {
        var disposition: FormDataDisposition?
        var contentType: String?

        mutating func read(_ line: Substring) throws(Mistake) {
            var scanner = FieldScanner(line)
            guard let name = scanner.token(), scanner.skip(UInt8(ascii: ":")) else {
                throw Mistake(reason: "a header line is no 'name: value'")
            }
            let value = FieldGrammar.trimmed(Substring(scanner.rest))
            guard !value.utf8.contains(where: FieldGrammar.isControl) else {
                throw Mistake(reason: "a header has a control character")
            }
            switch FieldGrammar.lowercased(name) {
            case "content-disposition":
                guard disposition == nil else { throw Self.repeated("Content-Disposition") }
                disposition = try FormDataDisposition(value)
            case "content-type":
                guard contentType == nil else { throw Self.repeated("Content-Type") }
                contentType = String(value)
            case "content-transfer-encoding":
                try Self.checkEncoding(value)
            default:
                break
            }
        }

        /// RFC 7578, 4.7: it is gone, and bytes that are encoded all the same would be misread.
        private static func checkEncoding(_ value: Substring) throws(Mistake) {
            guard ["binary", "7bit", "8bit"].contains(FieldGrammar.lowercased(value)) else {
                throw Mistake(reason: "its Content-Transfer-Encoding is not 'binary'")
            }
        }

        private static func repeated(_ name: String) -> Mistake {
            Mistake(reason: "it has \(name) twice")
        }
    }
}
