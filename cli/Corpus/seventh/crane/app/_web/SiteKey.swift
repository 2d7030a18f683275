import CraneServices
import Fledge

/// A site as it is written on its fence: `ZH-014`.
struct SiteKey: ParameterValue {
    let canton: String
    let number: Int

    init?(parameter: String) {
        let parts = parameter.split(separator: "-")
        guard parts.count == 2, parts[0].count == 2, let number = Int(parts[1]) else { return nil }
        canton = parts[0].uppercased()
        self.number = number
    }

    static var parameterDescription: String { "a site such as ZH-014" }

    var text: String { "\(canton)-\(number)" }
}
