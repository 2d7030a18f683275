/// The list that must hang beside the buffet.
struct AllergenSheet: Sendable {
    func sheet(for dishes: [Dish]) -> String {
        var byAllergen: [String: [String]] = [:]
        for dish in dishes {
            for allergen in dish.allergens { byAllergen[allergen, default: []].append(dish.name) }
        }
        return byAllergen.keys.sorted()
            .map { "\($0): \(byAllergen[$0, default: []].sorted().joined(separator: ", "))" }
            .joined(separator: "\n")
    }
}
