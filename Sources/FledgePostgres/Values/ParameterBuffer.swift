// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// The values of a statement as libpq takes them, encoded by the server's own types.
///
/// Numbers, booleans, bytes and plain text go in their binary form. Everything else is text, which
/// the server reads as the parameter's type: so an RFC 3339 date fits a `timestamptz`, and a text
/// an enum.
struct ParameterBuffer {
    /// Where a value stands among the bytes, and in which form.
    private struct Slot {
        /// Nil for NULL.
        var start: Int?
        var length: Int32 = 0
        var format: Int32 = 0
    }

    /// All values one after the other; those in text form end with a NUL.
    private var bytes: [UInt8] = []
    private var slots: [Slot] = []

    init(_ values: [DatabaseValue], as types: [Oid]) throws {
        guard values.count == types.count else {
            throw DatabaseError(
                .syntax,
                "The SQL has \(types.count) placeholders for \(values.count) values. Write values "
                    + "as \\(value) and no placeholder of your own.")
        }
        slots.reserveCapacity(values.count)
        for index in values.indices {
            try add(values[index], as: types[index], at: index + 1)
        }
    }

    /// Lends what libpq's functions that send take; it copies all of it before it returns.
    func withPointers(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
            _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
        ) -> Int32
    ) -> Int32 {
        let count = slots.count
        guard count > 0 else { return body(0, nil, nil, nil) }
        // On the stack, unless there are very many.
        return bytes.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) {
                values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
                    for (index, slot) in slots.enumerated() {
                        let start = slot.start.flatMap { bytes.baseAddress?.advanced(by: $0) }
                        values[index] = start?.assumingMemoryBound(to: CChar.self)
                        numbers[index] = slot.length
                        numbers[count + index] = slot.format
                    }
                    let numbers = UnsafeBufferPointer(numbers)
                    return body(
                        Int32(count), values.baseAddress.map { UnsafePointer($0) },
                        numbers.baseAddress,
                        numbers.baseAddress.map { $0 + count })
                }
            }
        }
    }

    private mutating func add(_ value: DatabaseValue, as type: Oid, at position: Int) throws {
        let known = PostgresType(rawValue: type)
        switch value {
        case .null: slots.append(Slot())
        case .integer(let number): try add(number, as: known, at: position)
        case .real(let number): add(number, as: known)
        case .text(let text): try addText(text, at: position)
        case .decimal(let digits): try addText(digits, at: position)
        case .array: try addText(ArrayText.write(value, at: position), at: position)
        case .blob(let blob):
            guard known == .bytea else {
                throw Self.mismatch("bytes", position, "Only a bytea column holds bytes.")
            }
            add(blob, count: blob.count, isBinary: true)
        }
    }

    private mutating func add(_ number: Int64, as type: PostgresType?, at position: Int) throws {
        switch type {
        case .int8: addBigEndian(number)
        case .int4: addBigEndian(try Self.narrow(number, Int32.self, position))
        case .int2: addBigEndian(try Self.narrow(number, Int16.self, position))
        case .oid: addBigEndian(try Self.narrow(number, UInt32.self, position))
        case .bool where number == 0 || number == 1: addBigEndian(UInt8(number))
        case .float8: addBigEndian(Double(number).bitPattern)
        default: addASCII(String(number))
        }
    }

    private mutating func add(_ number: Double, as type: PostgresType?) {
        switch type {
        case .float8: addBigEndian(number.bitPattern)
        case .float4 where number.isNaN || Double(Float(number)) == number:
            addBigEndian(Float(number).bitPattern)
        default: addASCII(ArrayText.write(number))
        }
    }

    private mutating func addText(_ text: String, at position: Int) throws {
        guard !text.utf8.contains(0) else {
            throw Self.mismatch(
                "text with the character NUL (U+0000)", position,
                "PostgreSQL's text cannot hold it; a bytea column can, as bytes.")
        }
        addASCII(text)
    }

    private mutating func addASCII(_ text: String) {
        add(text.utf8, count: text.utf8.count, isBinary: false)
    }

    private mutating func addBigEndian(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { add($0, count: $0.count, isBinary: true) }
    }

    private mutating func add(_ value: some Sequence<UInt8>, count: Int, isBinary: Bool) {
        slots.append(
            Slot(start: bytes.count, length: Int32(clamping: count), format: isBinary ? 1 : 0))
        bytes.append(contentsOf: value)
        // In text form libpq finds the end by the NUL, and an empty value needs an address too: libpq
        // takes none for NULL.
        if !isBinary || count == 0 { bytes.append(0) }
    }

    private static func narrow<N: FixedWidthInteger>(
        _ number: Int64, _ type: N.Type, _ position: Int
    ) throws -> N {
        guard let narrow = N(exactly: number) else {
            throw mismatch(
                "a number", position, "It is out of the range of its column: make that wider.")
        }
        return narrow
    }

    static func mismatch(_ what: String, _ position: Int, _ remedy: String) -> DatabaseError {
        DatabaseError(.typeMismatch, "Value \(position) is \(what) that does not fit. \(remedy)")
    }
}

/// Writes `{1,NULL,"a \"b\""}`.
enum ArrayText {
    static func write(_ value: DatabaseValue, at position: Int) throws -> String {
        switch value {
        case .null: return "NULL"
        case .integer(let number): return String(number)
        case .real(let number): return write(number)
        case .decimal(let digits): return digits
        case .text(let text): return quote(text)
        case .array(let values):
            return "{" + (try values.map { try write($0, at: position) }.joined(separator: ","))
                + "}"
        case .blob(let bytes):
            let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return quote("\\x" + digits)
        }
    }

    /// As PostgreSQL reads it: shortest digits that give the same number, and its words.
    static func write(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return "\(number)"
    }

    private static func quote(_ text: String) -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
#endif
