import Foundation

/// Metres per second at the mast's top; nil while there is no reading.
package protocol WindGauge: Sendable {
    func read() async throws -> Double?
}

/// The anemometer on a serial line: `$W,012.4*`.
package struct MastAnemometer: WindGauge {
    private let port: String

    package init(port: String) { self.port = port }

    package func read() async throws -> Double? {
        guard let line = try FileHandle(forReadingFrom: URL(filePath: port)).read(upToCount: 9),
            let text = String(bytes: line, encoding: .ascii), text.hasPrefix("$W,")
        else { return nil }
        return Double(text.dropFirst(3).prefix(5))
    }
}
