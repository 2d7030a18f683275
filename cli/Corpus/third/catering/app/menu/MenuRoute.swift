import Fledge

@Route struct MenuRoute {
    let kitchen: Kitchen
    let allergens: AllergenSheet

    /// The menu; with `?sheet` as the printed list of what is in it.
    func GET(sheet: Bool = false) async throws -> Response {
        let menu = try await kitchen.menu()
        return sheet ? .text(allergens.sheet(for: menu)) : .json(menu)
    }
}
