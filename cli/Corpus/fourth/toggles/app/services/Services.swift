struct Services: Sendable {
    let flags: FlagService
    let segments = SegmentService()
    let evaluation: Evaluation
    /// Names by token.
    let admins: [String: String]

    init(admins: [Substring]) {
        flags = FlagService(segments: segments)
        evaluation = Evaluation(flags: flags, segments: segments)
        // "ada-3f9c" is a token of Ada.
        let named = admins.map { token in (String(token), String(token.prefix { $0 != "-" })) }
        self.admins = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
}

actor SegmentService {
    private var segments: [String: Segment] = [:]

    func all() -> [Segment] { segments.values.sorted { $0.name < $1.name } }

    func find(_ name: String) -> Segment? { segments[name] }

    func create(_ new: NewSegment) throws -> Segment {
        guard segments[new.name] == nil else { throw ToggleError.exists }
        let segment = Segment(name: new.name, trait: new.trait, revision: 1)
        segments[new.name] = segment
        return segment
    }
}
