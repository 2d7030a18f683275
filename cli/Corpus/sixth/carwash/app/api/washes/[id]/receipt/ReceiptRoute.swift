import Fledge

@Route struct ReceiptRoute {
    let washes: WashService

    /// The receipt, as the printer at the gate wants it.
    func GET(id: Int) async throws -> String {
        let wash = try await washes.find(id)
        let width = 32
        var lines = [String(repeating: "=", count: width)]
        for (label, value) in [("Plate", wash.plate), ("Program", wash.program)] {
            let gap = max(1, width - label.count - value.count)
            lines.append(label + String(repeating: " ", count: gap) + value)
        }
        let amount = "\(wash.price / 100).\(wash.price % 100 / 10)\(wash.price % 10)"
        lines.append(
            "Total" + String(repeating: " ", count: max(1, width - 5 - amount.count)) + amount)
        lines.append(String(repeating: "=", count: width))
        return lines.joined(separator: "\n")
    }
}
