/// What is baked.
actor BreadService {
    private var breads: [String: Bread]

    init(_ breads: [Bread]) {
        self.breads = Dictionary(uniqueKeysWithValues: breads.map { ($0.slug, $0) })
    }

    func find(_ slug: String) -> Bread? { breads[slug] }

    func all(hidden: Bool) -> [Bread] {
        breads.values.filter { hidden || !$0.hidden }.sorted { $0.name < $1.name }
    }

    /// Names are set by the baker, also from the terminal at the oven.
    func rename(_ slug: String, to name: String) throws -> Bread {
        guard var bread = breads[slug] else { throw BakeryError.noBread(slug) }
        guard !name.isEmpty, name.count <= 60 else { throw BakeryError.invalid("name") }
        bread.name = name
        breads[slug] = bread
        return bread
    }
}
