// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// Reads values in the server's binary form, whose numbers are big-endian.
///
/// Bytes that do not have the form, which no server sends, become a blob: nothing here traps.
enum BinaryValue {
    static func read(_ bytes: UnsafeRawBufferPointer, _ type: PostgresType) -> DatabaseValue {
        known(bytes, type) ?? .blob([UInt8](bytes))
    }

    private static func known(
        _ bytes: UnsafeRawBufferPointer, _ type: PostgresType
    ) -> DatabaseValue? {
        switch type {
        case .bool: integer(bytes, UInt8.self)
        case .int2: integer(bytes, Int16.self)
        case .int4: integer(bytes, Int32.self)
        case .int8: integer(bytes, Int64.self)
        case .oid: integer(bytes, UInt32.self)
        case .float4: number(bytes, UInt32.self).map { .real(Double(Float(bitPattern: $0))) }
        case .float8: number(bytes, UInt64.self).map { .real(Double(bitPattern: $0)) }
        case .numeric: NumericValue.read(bytes).map(DatabaseValue.decimal)
        case .bytea: .blob([UInt8](bytes))
        case .text, .varchar, .bpchar, .name, .json, .xml, .unknown, .void:
            .text(String(decoding: bytes, as: UTF8.self))
        // A version before the text; there is only one.
        case .jsonb: .text(String(decoding: bytes.dropFirst(), as: UTF8.self))
        case .uuid: uuid(bytes)
        case .date: number(bytes, Int32.self).map { .text(PostgresTime.day($0)) }
        case .time: number(bytes, Int64.self).map { .text(PostgresTime.time($0)) }
        case .timestamp, .timestamptz:
            number(bytes, Int64.self).map { .text(PostgresTime.moment($0)) }
        }
    }

    static func number<N: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, _ type: N.Type
    ) -> N? {
        guard bytes.count == MemoryLayout<N>.size else { return nil }
        return N(bigEndian: bytes.loadUnaligned(as: N.self))
    }

    private static func integer<N: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, _ type: N.Type
    ) -> DatabaseValue? {
        number(bytes, type).map { .integer(Int64($0)) }
    }

    private static func uuid(_ bytes: UnsafeRawBufferPointer) -> DatabaseValue? {
        guard bytes.count == 16 else { return nil }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return .text(String(decoding: text, as: UTF8.self))
    }

    /// Dimensions, a flag, the type of the elements, the length and first index of each dimension,
    /// and the elements, each with its length or -1 for NULL.
    static func readArray(_ bytes: UnsafeRawBufferPointer, _ type: PostgresType) -> DatabaseValue {
        var reader = ByteReader(rest: bytes[...])
        guard let dimensions = reader.int32(), reader.int32() != nil, reader.int32() != nil,
            (0...6).contains(dimensions)
        else { return .blob([UInt8](bytes)) }
        var lengths: [Int] = []
        for _ in 0..<dimensions {
            guard let length = reader.int32(), reader.int32() != nil, length >= 0 else {
                return .blob([UInt8](bytes))
            }
            lengths.append(Int(length))
        }
        guard !lengths.isEmpty else { return .array([]) }
        return list(lengths[...], &reader, type) ?? .blob([UInt8](bytes))
    }

    private static func list(
        _ lengths: ArraySlice<Int>, _ reader: inout ByteReader, _ type: PostgresType
    ) -> DatabaseValue? {
        guard let length = lengths.first else {
            guard let count = reader.int32() else { return nil }
            guard count >= 0 else { return .null }
            return reader.take(Int(count)).map { read(UnsafeRawBufferPointer(rebasing: $0), type) }
        }
        var values: [DatabaseValue] = []
        for _ in 0..<length {
            guard let value = list(lengths.dropFirst(), &reader, type) else { return nil }
            values.append(value)
        }
        return .array(values)
    }
}

/// Reads from left to right.
struct ByteReader {
    var rest: Slice<UnsafeRawBufferPointer>

    mutating func take(_ count: Int) -> Slice<UnsafeRawBufferPointer>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func int32() -> Int32? {
        take(4).flatMap { BinaryValue.number(UnsafeRawBufferPointer(rebasing: $0), Int32.self) }
    }

    mutating func int16() -> Int16? {
        take(2).flatMap { BinaryValue.number(UnsafeRawBufferPointer(rebasing: $0), Int16.self) }
    }
}
#endif
