import FledgeSchema

@Schema struct Line: Sendable {
    @Field(.length(1...80)) var name: String
    var status: Status = .open
    var parent: Boxed<Line>?
    let kind = "line"

    func validate(into violations: inout Violations) {
        if name == kind { violations.add("name", code: "same", "must differ") }
    }
}

@Schema enum Status: String { case open, paid }
@Schema enum Payment { case card(Line), cash, transfer(iban: String) }
@Schema struct Page<Item: SchemaType> { var items: [Item] }
@Schema struct Stored { var id: Int }

nonisolated func read(_ text: String) throws -> Page<Line> {
    try JSONReader.decode(Page<Line>.self, from: text)
}
