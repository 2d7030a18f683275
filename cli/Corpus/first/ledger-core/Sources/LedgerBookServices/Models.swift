import FledgeSchema

@Schema package struct Account: Hashable, Sendable {
    package let id: Int
    package let name: String
    package var balance: Int
    package init(id: Int, name: String, balance: Int) { (self.id, self.name, self.balance) = (id, name, balance) }
}

@Schema package struct NewAccount: Sendable {
    @Field(.length(1...60)) package var name: String
    @Field(.range(0...1_000_000_00)) package var opening: Int = 0
    package init(name: String, opening: Int = 0) { (self.name, self.opening) = (name, opening) }
}

@Schema package struct NewTransfer: Sendable {
    package var from: Int
    package var to: Int
    @Field(.greaterThan(0)) package var amount: Int
    @Field(.length(...140)) package var note: String = ""
    package init(from: Int, to: Int, amount: Int, note: String = "") {
        (self.from, self.to, self.amount, self.note) = (from, to, amount, note)
    }
}

@Schema package struct Transfer: Hashable, Sendable {
    package let id: Int
    package let from: Int
    package let to: Int
    package let amount: Int
    package init(id: Int, from: Int, to: Int, amount: Int) {
        (self.id, self.from, self.to, self.amount) = (id, from, to, amount)
    }
}

@Schema package struct Entry: Hashable, Sendable {
    package let id: Int
    package let amount: Int
    package let note: String
    package init(id: Int, amount: Int, note: String) { (self.id, self.amount, self.note) = (id, amount, note) }
}

package enum LedgerError: Error, Equatable {
    case noAccount(Int)
    case overdrawn(by: Int)
    case sameAccount
}
