import Fledge
import IoTBeaconCore

/// `t=21.5 b=88`, a reading a line: the wire format of devices without a JSON writer.
enum ReadingLines {
    static func parse(_ text: String) throws -> [Reading] {
        try text.split(separator: "\n").enumerated().map { number, line in
            var fields: [Substring: Double] = [:]
            for pair in line.split(separator: " ") {
                let sides = pair.split(separator: "=", maxSplits: 1)
                guard sides.count == 2, let value = Double(sides[1]) else {
                    throw Problem(.badRequest, "Line \(number + 1) is no reading: \(line).")
                }
                fields[sides[0]] = value
            }
            guard let celsius = fields["t"], let battery = fields["b"] else {
                throw Problem(.badRequest, "Line \(number + 1) lacks t or b.")
            }
            return Reading(celsius: celsius, battery: Int(battery))
        }
    }
}
