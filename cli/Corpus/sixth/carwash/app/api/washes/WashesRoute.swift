import Fledge

@Schema struct NewWash {
    @Field(.pattern("^[A-Z]{1,3}-[0-9]{1,6}$")) var plate: String
    var program: String
    @Field(.range(1...4)) var bay: Int
}

@Route struct WashesRoute {
    let programs: ProgramService
    let washes: WashService

    /// Starts a wash.
    func POST(body: NewWash) async throws -> Created<Wash> {
        let program = try programs.find(body.program)
        let visits = try await washes.visits(of: body.plate)
        let wash = try await washes.start(
            plate: body.plate, program: program, bay: body.bay,
            price: visits % 10 == 9 ? 0 : visits % 5 == 4 ? program.price / 2 : program.price)
        return Created(wash, at: "/api/washes/\(wash.id)")
    }
}
