// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
/// Reads the binary form of `numeric`: four decimal digits in each 16 bits.
enum NumericValue {
    /// The exact digits, with as many decimals as the server keeps.
    static func read(_ bytes: UnsafeRawBufferPointer) -> String? {
        var reader = ByteReader(rest: bytes[...])
        guard let count = reader.int16(), let weight = reader.int16(), let sign = reader.int16(),
            let scale = reader.int16(), count >= 0, scale >= 0
        else { return nil }
        switch UInt16(bitPattern: sign) {
        case 0xC000: return "NaN"
        case 0xD000: return "Infinity"
        case 0xF000: return "-Infinity"
        default: break
        }
        var groups: [Int16] = []
        for _ in 0..<count {
            guard let group = reader.int16(), (0...9999).contains(group) else { return nil }
            groups.append(group)
        }
        let digits = write(groups, weight: Int(weight), scale: Int(scale))
        return sign == 0 ? digits : "-" + digits
    }

    /// The weight says how many groups stand before the point, less one, and is negative if none
    /// does; the scale, how many decimals to show.
    private static func write(_ groups: [Int16], weight: Int, scale: Int) -> String {
        // Groups of zeros at both ends are left out on the wire.
        func group(_ index: Int) -> String {
            let digits = groups.indices.contains(index) ? String(groups[index]) : "0"
            return String(repeating: "0", count: 4 - digits.count) + digits
        }
        let whole = weight < 0 ? "" : (0...weight).map(group).joined()
        let trimmed = whole.drop { $0 == "0" }
        let integer = trimmed.isEmpty ? "0" : String(trimmed)
        guard scale > 0 else { return integer }
        let first = weight + 1
        let fraction = (first..<first + (scale + 3) / 4).map(group).joined()
        return integer + "." + fraction.prefix(scale)
    }
}
#endif
