import FledgeSchema

@Schema struct Permit: Equatable {
    var plate: String
    var household: Int
}

@Schema struct NewPermit {
    @Field(.pattern("^[A-Z0-9]{2,8}$")) var plate: String
    @Field(.range(1...99_999)) var household: Int
}

actor PermitOffice {
    private var permits: [String: Permit] = [:]

    func issue(_ new: NewPermit) throws -> Permit {
        if permits.values.count(where: { $0.household == new.household }) >= 2 {
            throw ParkingError.tooManyPermits
        }
        let permit = Permit(plate: new.plate, household: new.household)
        permits[new.plate] = permit
        return permit
    }

    func permit(_ plate: String) -> Permit? { permits[plate] }

    func revoke(_ plate: String) throws {
        guard permits.removeValue(forKey: plate) != nil else { throw ParkingError.noPermit(plate) }
    }
}
