import FledgeSchema

@Schema package struct Sample: Equatable, Sendable {
    package var barcode: String
    package var material: String
    package var analytes: [String]
    package var hours: Int
}

@Schema package struct NewSample: Sendable {
    @Field(.pattern("^[0-9]{8}$")) package var barcode: String
    @Field(.oneOf("blood", "urine", "swab")) package var material: String
    @Field(.items(1...12), .unique) package var analytes: [String]
    @Field(.range(0...240)) package var hours: Int

    package init(barcode: String, material: String, analytes: [String], hours: Int) {
        self.barcode = barcode
        self.material = material
        self.analytes = analytes
        self.hours = hours
    }
}

package enum LabError: Error, Equatable {
    case badBarcode
    case known(String)
    case tooOld(hours: Int)
    case noAnalyser(String)
    case unreadable(String)
}

package enum Barcode {
    /// The Luhn check; no constraint can say it.
    package static func isSound(_ code: String) -> Bool {
        let digits = code.reversed().compactMap(\.wholeNumberValue)
        guard digits.count == code.count, digits.count > 1 else { return false }
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }
}
