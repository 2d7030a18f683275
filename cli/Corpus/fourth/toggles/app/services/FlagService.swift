actor FlagService {
    private let segments: SegmentService
    private var flags: [FlagKey: Flag] = [:]

    init(segments: SegmentService) { self.segments = segments }

    func all() -> [Flag] {
        flags.values.filter { !$0.isArchived }.sorted { $0.key.rawValue < $1.key.rawValue }
    }

    func find(_ key: String) -> Flag? { FlagKey(rawValue: key).flatMap { flags[$0] } }

    /// - Returns: Whether the flag is new.
    func put(_ key: FlagKey, _ change: FlagChange, by admin: String) async throws -> Bool {
        if let name = change.segment, await segments.find(name) == nil {
            throw ToggleError.unknownSegment(name)
        }
        if flags[key]?.isArchived == true { throw ToggleError.archived(key) }
        let flag = Flag(
            key: key, isOn: change.isOn, percentage: change.percentage, segment: change.segment,
            changedBy: admin, isArchived: false)
        return flags.updateValue(flag, forKey: key) == nil
    }

    func archive(_ key: FlagKey, by admin: String) {
        flags[key]?.isArchived = true
        flags[key]?.changedBy = admin
    }
}

/// Decides which flags a user has: always the same for the same user.
struct Evaluation: Sendable {
    let flags: FlagService
    let segments: SegmentService

    func evaluate(_ context: EvaluationContext) async -> [String: Bool] {
        var values: [String: Bool] = [:]
        for flag in await flags.all() {
            values[flag.key.rawValue] = await isOn(flag, context)
        }
        return values
    }

    private func isOn(_ flag: Flag, _ context: EvaluationContext) async -> Bool {
        guard flag.isOn else { return false }
        if let name = flag.segment {
            guard let segment = await segments.find(name), context.traits.contains(segment.trait)
            else { return false }
        }
        let text = flag.key.rawValue + context.user
        let bucket = text.utf8.reduce(UInt32(17)) { ($0 &* 31) &+ UInt32($1) } % 100
        return Int(bucket) < flag.percentage
    }
}
