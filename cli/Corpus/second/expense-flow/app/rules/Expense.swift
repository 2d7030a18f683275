import FledgeSchema

@Schema struct Expense: Hashable, Sendable {
    @Schema enum State: String, Sendable { case filed, approved, rejected, paid }
    let id: Int
    let by: String
    let cents: Int
    let iban: String
    var state: State = .filed
}

@Schema struct Claim: Sendable {
    @Field(.range(1...10_000_000)) var cents: Int
    @Field(.length(1...200)) var purpose: String
    @Field(.pattern("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")) var iban: String

    /// The check digits of ISO 13616: what no constraint says.
    func validate(into violations: inout Violations) {
        let turned = iban.dropFirst(4) + iban.prefix(4)
        let remainder = turned.reduce(0) { rest, character in
            let digit = character.hexDigitValue ?? Int(character.asciiValue ?? 55) - 55
            let value = character.isLetter ? Int(character.asciiValue ?? 65) - 55 : digit
            return (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        if remainder != 1 { violations.add("iban", code: "checksum", "has wrong check digits") }
    }
}

struct Person: Sendable, Equatable {
    enum Role: String, Sendable { case staff, manager, accountant }
    let name: String
    let role: Role
}

enum ExpenseError: Error, Equatable {
    case unknown, notAllowed
    case wrongState(Expense.State)
}
