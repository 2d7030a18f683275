import Animals
import Fledge

@Schema struct Adoption {
    var animal: Int
    var household: Int
}

@Schema struct Receipt {
    let animal: Animal
    let fee: Int
}

@Controller struct AdoptionController {
    let animals: AnimalService
    let households: HouseholdService

    private static let fees: [Species: Int] = [.dog: 320, .cat: 140, .rabbit: 35]

    @POST func adopt(body: Adoption) async throws -> Created<Receipt> {
        let household = try await households.find(body.household)
        let animal = try await animals.adopt(body.animal, by: household)
        var fee = Self.fees[animal.species] ?? 0
        if animal.ageInMonths > 96 { fee = fee / 2 }
        if household.otherAnimals.contains(animal.species) { fee -= 20 }
        return Created(Receipt(animal: animal, fee: fee), at: "/animals/\(animal.id)")
    }
}
