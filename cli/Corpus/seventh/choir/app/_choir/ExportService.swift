/// The list for the choir association, which wants voices counted.
struct ExportService: Sendable {
    let singers: SingerService

    func csv() async throws -> String {
        let all = try await singers.list(nil)
        let counts = Dictionary(grouping: all, by: \.voice).mapValues(\.count)
        let head = counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
        return (["# " + head.joined(separator: " ")] + all.map { "\($0.name),\($0.voice)" })
            .joined(separator: "\n")
    }
}
