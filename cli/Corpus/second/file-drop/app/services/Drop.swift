import FledgeSchema

@Schema struct Drop: Sendable, Hashable {
    let token: String
    let name: String
    let type: String
    let size: Int
    /// How often it may be taken; nil is for ever.
    var downloads: Int?
    var taken = 0
}
