import FledgeSchema

@Schema package enum Tier: String, Codable, Sendable { case green, silver, gold }
