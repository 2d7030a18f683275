import Animals
import Fledge

func makeApp(store: AnimalStore) -> App {
    let app = App()
    let animals = AnimalService(store: store)
    let households = HouseholdService(store: store)
    app.use(RequestID(), RequestLog())
    app.use(
        "/animals",
        AnimalController(animals: animals, households: households, passports: PassportService()))
    app.use("/households", HouseholdController(households: households))
    app.use("/adoptions", AdoptionController(animals: animals, households: households))
    return app
}

extension ShelterError: @retroactive ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noAnimal(let id): Problem(.notFound, "There is no animal \(id).")
        case .noHousehold(let id): Problem(.notFound, "There is no household \(id).")
        case .adopted(let id): Problem(.conflict, "Animal \(id) has a home.", code: "adopted")
        }
    }
}
