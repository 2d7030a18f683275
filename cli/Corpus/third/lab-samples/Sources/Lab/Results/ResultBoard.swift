import FledgeSchema

@Schema package struct LabValue: Equatable, Sendable {
    @Schema package enum Flag: String, Sendable { case low, normal, high }

    package var analyte: String
    package var milli: Int
    package var unit: String
    package var flag: Flag
}

/// A line from another lab: `12345674|HB|14200|g/dl`. It has a header and a body, and is no web message.
package struct LabMessage: Sendable {
    package let header: String
    package let body: [Substring]

    package init(parsing line: Substring) throws {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 4 else { throw LabError.unreadable("A line has four fields.") }
        header = String(parts[0])
        body = Array(parts[1...])
    }
}

package actor ResultBoard {
    private var values: [String: [LabValue]] = [:]
    private let ranges: [String: ClosedRange<Int>]

    package init(ranges: [String: ClosedRange<Int>] = ["HB": 12_000...17_500, "K": 3_500...5_100]) {
        self.ranges = ranges
    }

    package func add(_ message: LabMessage) throws {
        guard Barcode.isSound(message.header) else { throw LabError.badBarcode }
        guard let milli = Int(message.body[1]), milli >= 0 else {
            throw LabError.unreadable("The value is no number.")
        }
        let analyte = String(message.body[0])
        values[message.header, default: []].append(
            LabValue(analyte: analyte, milli: milli, unit: String(message.body[2]), flag: flag(analyte, milli)))
    }

    package func of(_ barcode: String) -> [LabValue] { values[barcode] ?? [] }

    private func flag(_ analyte: String, _ milli: Int) -> LabValue.Flag {
        guard let range = ranges[analyte] else { return .normal }
        return milli < range.lowerBound ? .low : milli > range.upperBound ? .high : .normal
    }
}
