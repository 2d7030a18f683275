import FledgeSchema

@Schema struct Page: Hashable, Sendable {
    let slug: String
    var title: String
    var text: String
    var revision: Int
}

@Schema struct Edit: Sendable {
    @Field(.length(1...120)) var title: String
    @Field(.length(...100_000)) var text: String

    /// Links of wiki syntax must be closed. No pattern can count.
    func validate(into violations: inout Violations) {
        let opened = text.components(of: "[["), closed = text.components(of: "]]")
        if opened != closed { violations.add("text", code: "links", "has a [[link]] that is not closed") }
    }
}

extension String {
    fileprivate func components(of mark: String) -> Int { ranges(of: mark).count }
}
