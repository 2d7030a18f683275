import Animals
import Fledge

@Controller struct AnimalController {
    let animals: AnimalService
    let households: HouseholdService
    let passports: PassportService

    @GET func list(species: Species?) async -> [Animal] {
        await animals.waiting().filter { species == nil || $0.species == species }
    }

    @GET("/:id") func show(id: Int) async throws -> Animal { try await animals.find(id) }

    /// What suits a household.
    @GET("/for/:household") func matches(household id: Int) async throws -> [Animal] {
        let household = try await households.find(id)
        return await animals.waiting().filter { animal in
            (household.garden || !animal.needsGarden)
                && (household.children == 0 || animal.toleratesChildren)
                && (animal.species != .dog || household.hoursAlone <= 4)
                && !(animal.species == .rabbit && household.otherAnimals.contains(.cat))
        }
    }

    @GET("/:id/passport") func passport(id: Int) async throws -> Response {
        let (status, page) = passports.passport(of: try await animals.find(id))
        return Response.text(page.text, status: status).header("Content-Type", "text/html")
    }
}
