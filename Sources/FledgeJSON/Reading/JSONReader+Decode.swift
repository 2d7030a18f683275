// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONReader {
    /// Reads a whole document.
    ///
    /// - Parameters:
    ///   - type: What the document is.
    ///   - bytes: The document, in UTF-8 and without a byte order mark.
    ///   - options: The bounds, and the choices that RFC 8259 leaves open.
    /// - Returns: The value.
    /// - Throws: ``DecodingFailure``: the first mistake in the text, or every violation.
    @inlinable public static func decode<T: SchemaType>(
        _ type: T.Type, from bytes: UnsafeRawBufferPointer, options: Options = Options()
    ) throws(DecodingFailure) -> T {
        var reader = JSONReader(bytes, options: options)
        do throws(JSONError) {
            try reader.begin()
            let value = try T(json: &reader)
            try reader.finish()
            return value
        } catch {
            throw reader.failure()
        }
    }

    /// Reads a whole document.
    ///
    /// - Parameters:
    ///   - type: What the document is.
    ///   - bytes: The document, in UTF-8 and without a byte order mark.
    ///   - options: The bounds, and the choices that RFC 8259 leaves open.
    /// - Returns: The value.
    /// - Throws: ``DecodingFailure``: the first mistake in the text, or every violation.
    @inlinable public static func decode<T: SchemaType>(
        _ type: T.Type, from bytes: [UInt8], options: Options = Options()
    ) throws(DecodingFailure) -> T {
        var result: Result<T, DecodingFailure>?
        bytes.withUnsafeBytes { bytes in
            result = Result { () throws(DecodingFailure) in
                try decode(type, from: bytes, options: options)
            }
        }
        guard let result else { throw .invalid([]) }
        return try result.get()
    }

    /// Reads a whole document.
    ///
    /// - Parameters:
    ///   - type: What the document is.
    ///   - text: The document.
    ///   - options: The bounds, and the choices that RFC 8259 leaves open.
    /// - Returns: The value.
    /// - Throws: ``DecodingFailure``: the first mistake in the text, or every violation.
    @inlinable public static func decode<T: SchemaType>(
        _ type: T.Type, from text: String, options: Options = Options()
    ) throws(DecodingFailure) -> T {
        try decode(type, from: Array(text.utf8), options: options)
    }

    /// What is checked once, before the first value.
    @usableFromInline mutating func begin() throws(JSONError) {
        if let index = UTF8Check.firstInvalid(in: bytes) {
            throw fail("the text is not valid UTF-8", at: index)
        }
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw fail("the text begins with a byte order mark, which JSON does not have")
        }
        skipSpace()
        guard position < end else { throw fail("the document is empty") }
    }

    /// Nothing may follow, and nothing may have been wrong.
    @usableFromInline mutating func finish() throws(JSONError) {
        skipSpace()
        guard position == end else { throw fail("unexpected \(found) after the end") }
        guard violations.isEmpty else { throw .invalid }
    }

    /// What went wrong, for the caller of `decode`.
    @usableFromInline mutating func failure() -> DecodingFailure {
        if syntaxError == nil, !violations.isEmpty {
            // The value was consumed; what follows it must be JSON too.
            try? finish()
        }
        if let syntaxError { return .malformed(syntaxError) }
        if violations.isEmpty {
            // A type threw without a word.
            violations.add(code: "invalid", "is not valid")
        }
        return .invalid(violations.kept)
    }
}
