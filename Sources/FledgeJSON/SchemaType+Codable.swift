// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// A type that reads and writes itself as JSON does so for other coders too: through the open value,
// so that its names and its defaults are the same there. Rules of `@Field` hold for neither a struct
// nor an enum: what other coders read, a row of a database, is no request.

extension SchemaType {
    /// Reads the value from any decoder, with the names it has in JSON.
    ///
    /// Rules of `@Field` and `validate(into:)` of `@Schema` types are not looked at.
    ///
    /// - Throws: `DecodingError.dataCorrupted`, which names the first violation.
    public init(from decoder: any Decoder) throws {
        let json = try JSON(from: decoder)
        do throws(DecodingFailure) {
            var bytes: [UInt8] = []
            do throws(JSONWritingError) { bytes = try JSONWriter.encode(json) } catch {}
            var options = JSONReader.Options()
            options.holdsRules = false
            self = try JSONReader.decode(Self.self, from: bytes, options: options)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath, debugDescription: "\(error)",
                    underlyingError: error))
        }
    }

    /// Writes the value to any encoder, with the names it has in JSON.
    ///
    /// - Throws: ``JSONWritingError`` when a number in it is not finite, or what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        let bytes = try JSONWriter.encode(self)
        try JSONReader.decode(JSON.self, from: bytes).encode(to: encoder)
    }
}
