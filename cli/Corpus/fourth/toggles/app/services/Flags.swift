import FledgeSchema

struct FlagKey: RawRepresentable, SchemaType, Hashable, Sendable {
    let rawValue: String

    init?(rawValue: String) {
        let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts.contains("") else { return nil }
        self.rawValue = rawValue
    }

    func hasPrefix(_ prefix: String) -> Bool { rawValue.hasPrefix(prefix) }
}

@Schema struct Flag {
    let key: FlagKey
    var isOn: Bool
    var percentage: Int
    var segment: String?
    var changedBy: String
    var isArchived: Bool
}

@Schema struct FlagChange {
    var isOn: Bool
    @Field(.range(0...100)) var percentage: Int = 100
    var segment: String?
}

@Schema struct EvaluationContext {
    @Field(.length(1...200)) var user: String
    @Field(.items(...50)) var traits: [String] = []
}

@Schema struct Segment {
    let name: String
    var trait: String
    var revision: Int
}

@Schema struct NewSegment {
    @Field(.pattern("^[a-z-]{1,40}$")) var name: String
    @Field(.length(1...40)) var trait: String
}

enum ToggleError: Error { case archived(FlagKey), unknownSegment(String), exists }
