import FledgeSchema

/// Somebody who wants an account.
@Schema public struct NewUser: Hashable, Sendable {
    /// Shown on invoices.
    @Field(.length(1...80), .pattern("^[^0-9]*$"), example: "Ada") public var name: String
    /// Nobody else has it.
    @Field(.email) public var email: String
    @Field(.range(18...150), .multipleOf(1)) var age: Int?
    @Field(.items(0...10), .unique, .each(.length(...20))) var tags: [String] = []
    @Field(.range(0..<1)) var share: Double = 0.5
    @Field(.oneOf("de", "en"), name: "lang") var language: String = "en"
    @Field(.items(...5), .each(.url)) private var links: [String: String]?
    var nickname: Patch<String> = .absent
    let kind = "user"
    #if DEBUG
    var trace: Int?
    #endif

    /// A name that is an address helps nobody.
    public func validate(into violations: inout Violations) {
        if name == email { violations.add("name", code: "same", "must differ from email") }
    }
}

@Schema(unknownKeys: .reject, keys: .snakeCase, name: "Page") struct Page<Item: SchemaType> {
    var items: [Item]
    var nextPage: Int?
}

struct Order {
    enum Status: String, CaseIterable, SchemaType { case open, paid }
    @Schema enum Method: Int { case card = 1, cash }
    @Schema struct Line {
        var status: Status
        var method: Method = .card
        var parent: Boxed<Line>?
    }
}

@Schema(discriminator: "method") enum Payment {
    case card(NewUser)
    case transfer(iban: String, bic: String?)
    case cash
}

@Schema struct Stored { var id: Int; var note: String? }
@Schema struct Nothing {}
@Schema struct Constant { let a = 1 }
@Schema private struct Hidden { fileprivate var a: Int }

@Schema struct Stated: SchemaType, Sendable {
    @Field(.greaterThan(0)) var price: Double
}

@Schema enum StatedColor: String, SchemaType { case red, green }
