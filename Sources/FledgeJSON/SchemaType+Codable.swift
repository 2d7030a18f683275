// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// A type that reads and writes itself as JSON does so for other coders too: through the open value,
// so that its names, its defaults and its rules are the same there.

extension SchemaType {
    /// Reads the value from any decoder, with the names and rules it has in JSON.
    ///
    /// - Throws: `DecodingError.dataCorrupted`, which names the first violation.
    public init(from decoder: any Decoder) throws {
        let json = try JSON(from: decoder)
        do throws(DecodingFailure) {
            var bytes: [UInt8] = []
            do throws(JSONWritingError) { bytes = try JSONWriter.encode(json) } catch {}
            self = try JSONReader.decode(Self.self, from: bytes)
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
