import FledgeSchema

/// What a doctor wrote for one eye.
@Schema public struct Eye: Codable, Hashable, Sendable {
    public var sphere: Double
    public var cylinder: Double
    public var axis: Int

    public init(sphere: Double, cylinder: Double = 0, axis: Int = 0) {
        self.sphere = sphere
        self.cylinder = cylinder
        self.axis = axis
    }
}

/// A pair of glasses on order.
@Schema public struct Glasses: Codable, Hashable, Sendable, Identifiable {
    @Schema public enum Coating: String, Codable, Sendable { case none, hard, antireflex }

    public var id: Int
    public var frame: String
    public var left: Eye
    public var right: Eye
    public var coating: Coating
    public var deposit: Int

    public init(id: Int, frame: String, left: Eye, right: Eye, coating: Coating, deposit: Int) {
        self.id = id
        self.frame = frame
        self.left = left
        self.right = right
        self.coating = coating
        self.deposit = deposit
    }
}

public enum OpticError: Error, Equatable {
    case noGlasses(Int)
    case noFrame(String)
}
