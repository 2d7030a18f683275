import FledgeSchema

@Schema public enum Species: String, Sendable { case dog, cat, rabbit }

@Schema public struct Animal: Identifiable, Equatable, Sendable {
    public let id: Int
    public let name: String
    public let species: Species
    public let ageInMonths: Int
    public let needsGarden: Bool
    public let toleratesChildren: Bool
    public var adoptedBy: Int?
}

@Schema public struct Household: Identifiable, Equatable, Sendable {
    public let id: Int
    public let name: String
    public let garden: Bool
    public let children: Int
    public let hoursAlone: Int
    public let otherAnimals: [Species]
}

public enum ShelterError: Error, Equatable {
    case noAnimal(Int)
    case noHousehold(Int)
    case adopted(Int)
}
