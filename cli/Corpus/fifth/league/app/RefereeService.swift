/// Who may lead which match.
struct RefereeService: Sendable {
    /// A referee leads no match of a town of their own, and one on a day.
    func candidates(
        _ referees: [String: String], notFrom towns: Set<String>, busy: Set<String>
    ) -> [String] {
        referees
            .filter { !towns.contains($0.value) && !busy.contains($0.key) }
            .map(\.key).sorted()
    }
}
