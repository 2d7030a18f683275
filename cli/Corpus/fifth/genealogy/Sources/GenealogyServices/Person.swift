import FledgeSchema

@Schema package struct Person: Codable, Hashable, Sendable {
    package let id: Int
    package var name: String
    package var born: Int?
    package var died: Int?
    package var father: Int?
    package var mother: Int?
}

@Schema package struct PersonInput: Sendable {
    @Field(.length(1...120)) package var name: String
    @Field(.range(1000...2100)) package var born: Int?
    @Field(.range(1000...2200)) package var died: Int?

    package init(name: String, born: Int? = nil, died: Int? = nil) {
        self.name = name
        self.born = born
        self.died = died
    }

    package func validate(into violations: inout Violations) {
        if let born, let died, died < born {
            violations.add("died", code: "order", "must not be before the birth")
        }
    }
}

@Schema package struct Source: Codable, Hashable, Sendable {
    package let id: Int
    package var title: String
    package var archive: String
    package var persons: [Int] = []
}

@Schema package struct SourceInput: Sendable {
    @Field(.length(1...200)) package var title: String
    @Field(.length(1...200)) package var archive: String

    package init(title: String, archive: String) {
        self.title = title
        self.archive = archive
    }
}

package enum TreeError: Error, Equatable {
    case noPerson(Int)
    case noSource(Int)
    case ownAncestor
    case tooYoung(parent: Int)
    case cited(Int)
}
