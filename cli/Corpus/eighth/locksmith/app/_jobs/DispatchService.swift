/// Chooses who drives.
struct DispatchService: Dispatching {
    let roster: [String: ClosedRange<Int>]

    /// The first smith whose area has the postcode.
    func smith(for job: Job) async -> String? {
        guard let number = Int(job.postcode) else { return nil }
        return roster.sorted { $0.key < $1.key }.first { $0.value.contains(number) }?.key
    }
}

protocol Dispatching: Sendable {
    func smith(for job: Job) async -> String?
}
