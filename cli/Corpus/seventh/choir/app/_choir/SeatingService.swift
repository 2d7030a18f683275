/// Who stands where: basses behind, the tall ones in the middle.
struct SeatingService: Sendable {
    let singers: SingerService

    func rows(width: Int) async throws -> [[String]] {
        let order = ["B", "T", "A", "S"]
        let all = try await singers.list(nil).sorted {
            let (left, right) = (
                order.firstIndex(of: $0.voice) ?? 4, order.firstIndex(of: $1.voice) ?? 4
            )
            return left == right ? $0.height > $1.height : left < right
        }
        return stride(from: 0, to: all.count, by: width).map { start in
            let row = all[start..<min(start + width, all.count)]
            let left = row.enumerated().filter { $0.offset % 2 == 1 }.map(\.element.name)
            let right = row.enumerated().filter { $0.offset % 2 == 0 }.map(\.element.name)
            return left.reversed() + right
        }
    }
}
