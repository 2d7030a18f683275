import Fledge

@Route struct SlipRoute {
    let washes: WashService

    /// The slip of the kiosk.
    func GET(id: Int) async throws -> String {
        let found = try await washes.find(id)
        let columns = 32
        var rows = [String(repeating: "=", count: columns)]
        for (name, text) in [("Plate", found.plate), ("Program", found.program)] {
            let space = max(1, columns - name.count - text.count)
            rows.append(name + String(repeating: " ", count: space) + text)
        }
        let sum = "\(found.price / 100).\(found.price % 100 / 10)\(found.price % 10)"
        rows.append("Total" + String(repeating: " ", count: max(1, columns - 5 - sum.count)) + sum)
        rows.append(String(repeating: "=", count: columns))
        return rows.joined(separator: "\n")
    }
}
