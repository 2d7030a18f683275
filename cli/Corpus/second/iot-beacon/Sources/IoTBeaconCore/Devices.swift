import FledgeSchema

/// What a device asks for when it wakes up for the first time.
@Schema public struct Request: Sendable {
    @Field(.pattern("^[A-Z]{2}[0-9]{6}$")) public var serial: String
    @Field(.length(1...20)) public var model: String

    public init(serial: String, model: String) { (self.serial, self.model) = (serial, model) }
}

/// What it is told.
@Schema public struct Grant: Hashable, Sendable {
    public let device: String
    /// In seconds.
    public let interval: Int
}

@Schema public struct Reading: Hashable, Sendable {
    @Field(.range(-60...150)) public var celsius: Double
    @Field(.range(0...100)) public var battery: Int

    public init(celsius: Double, battery: Int) { (self.celsius, self.battery) = (celsius, battery) }
}

@Schema public struct Alarm: Hashable, Sendable {
    @Schema public enum Kind: String, Sendable { case hot, empty }
    public let device: String
    public let kind: Kind
}

public enum ProvisionError: Error, Equatable {
    case unknownModel(String)
    case revoked
}
