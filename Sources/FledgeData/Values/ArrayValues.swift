// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Lists as one value: an array column of PostgreSQL, JSON text in SQLite.
///
/// `\(ids)` in SQL stands for several values, as `IN` wants them; write `\(array: tags)` for one.
/// `[UInt8]` is bytes, not a list.
extension Array: DatabaseValueConvertible where Element: DatabaseValueConvertible {
    /// The list, or the bytes.
    public var databaseValue: DatabaseValue {
        // The cast alone would turn an empty list of anything into no bytes.
        if Element.self == UInt8.self, let bytes = self as? [UInt8] { return .blob(bytes) }
        return .array(map(\.databaseValue))
    }

    /// Reads a list whose elements all fit, or bytes.
    public init?(databaseValue: DatabaseValue) {
        if Element.self == UInt8.self {
            guard case .blob(let bytes) = databaseValue, let bytes = bytes as? Self else {
                return nil
            }
            self = bytes
            return
        }
        guard let values = databaseValue.elements else { return nil }
        self = []
        reserveCapacity(values.count)
        for value in values {
            guard let element = Element(databaseValue: value) else { return nil }
            append(element)
        }
    }
}

extension DatabaseValue {
    /// The elements of a list, or of the JSON text that stands for one.
    fileprivate var elements: [DatabaseValue]? {
        switch self {
        case .array(let values): values
        case .text(let json):
            try? JSONDecoder().decode([ListElement].self, from: Data(json.utf8)).map(\.value)
        default: nil
        }
    }

    /// The list as JSON text, for databases without arrays.
    ///
    /// - Returns: Nil for what is no list, or what JSON cannot say: bytes, NaN and infinity.
    package var jsonList: String? {
        guard case .array(let values) = self,
            let data = try? JSONEncoder().encode(values.map(ListElement.init))
        else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}

/// One element of a list in JSON.
private struct ListElement: Codable {
    let value: DatabaseValue

    init(value: DatabaseValue) { self.value = value }

    init(from decoder: any Decoder) throws {
        if let list = try? [ListElement](from: decoder) {
            value = .array(list.map(\.value))
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let number = try? container.decode(Int64.self) {
            value = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            value = .real(number)
        } else {
            value = .text(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .null: try container.encodeNil()
        case .integer(let number): try container.encode(number)
        case .real(let number): try container.encode(number)
        case .text(let text), .decimal(let text): try container.encode(text)
        case .array(let values): try container.encode(values.map(ListElement.init))
        case .blob(let bytes):
            throw EncodingError.invalidValue(
                bytes, .init(codingPath: container.codingPath, debugDescription: "bytes"))
        }
    }
}
