import FledgeSchema

@Schema package struct Drug: Equatable, Sendable {
    package var code: String
    package var name: String
    package var packs: Int
    package var isControlled: Bool
    package var minimumAge: Int

    package init(code: String, name: String, packs: Int, isControlled: Bool, minimumAge: Int) {
        self.code = code
        self.name = name
        self.packs = packs
        self.isControlled = isControlled
        self.minimumAge = minimumAge
    }
}

@Schema package struct NewDrug: Sendable {
    @Field(.pattern("^[A-Z]{3}[0-9]{4}$")) package var code: String
    @Field(.length(1...80)) package var name: String
    package var isControlled: Bool = false
    @Field(.range(0...21)) package var minimumAge: Int = 0
}

@Schema package struct DrugFilter: Sendable {
    package var controlled: Bool?
}

@Schema package struct Prescription: Sendable {
    @Schema package struct Line: Sendable {
        package var code: String
        @Field(.range(1...20)) package var packs: Int
    }

    package var doctor: String
    @Field(.range(0...130)) package var patientAge: Int
    package var lines: [Line]
}

@Schema package struct Dispensing: Equatable, Sendable {
    package var id: Int
    package var doctor: String
    package var packs: [String: Int]
}

package enum PharmacyError: Error, Equatable {
    case noDrug(String)
    case noDispensing(Int)
    case short(String)
    case outOfBounds
}

package protocol Shelves: Sendable {
    func drugs() async throws -> [Drug]
    func drug(_ code: String) async throws -> Drug?
    func save(_ drug: Drug) async throws
    func take(_ packs: [String: Int], doctor: String) async throws -> Dispensing
    func giveBack(_ id: Int) async throws -> Bool
}
