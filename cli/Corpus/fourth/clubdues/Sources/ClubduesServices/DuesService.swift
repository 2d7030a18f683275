import FledgeSchema

@Schema package struct Member: Hashable, Sendable {
    package let number: String
    package let name: String
    /// In cents; below zero is owed.
    package var balance: Int
    package var isSuspended: Bool
}

@Schema package struct NewMember: Hashable, Sendable {
    @Field(.length(1...80)) package var name: String
    @Field(.oneOf("adult", "youth")) package var tariff: String

    package init(name: String, tariff: String) {
        self.name = name
        self.tariff = tariff
    }
}

package struct PaymentEvent: Hashable, Sendable {
    package let member: String
    package let cents: Int

    package init(member: String, cents: Int) {
        self.member = member
        self.cents = cents
    }
}

package enum Outcome: Sendable { case booked, repeated }

package protocol DuesKeeping: Sendable {
    func members() async throws -> [Member]
    func member(_ number: String) async throws -> Member?
    func join(_ new: NewMember) async throws -> Member
    func paid(_ event: PaymentEvent, delivery: String) async throws -> Outcome
    func failed(_ event: PaymentEvent, delivery: String) async throws
}

struct DuesService: DuesKeeping {
    let roll: InMemoryRoll

    func members() async throws -> [Member] { await roll.members }

    func member(_ number: String) async throws -> Member? {
        await roll.members.first { $0.number == number }
    }

    /// A youth owes half of what an adult does.
    func join(_ new: NewMember) async throws -> Member {
        await roll.add(name: new.name, owing: new.tariff == "youth" ? 60_00 : 120_00)
    }

    func paid(_ event: PaymentEvent, delivery: String) async throws -> Outcome {
        guard await roll.claim(delivery) else { return .repeated }
        await roll.change(event.member) { member in
            member.balance += event.cents
            if member.balance >= 0 { member.isSuspended = false }
        }
        return .booked
    }

    /// A returned payment costs the fee that the bank takes, and the card.
    func failed(_ event: PaymentEvent, delivery: String) async throws {
        guard await roll.claim(delivery) else { return }
        await roll.change(event.member) { member in
            member.balance -= event.cents + 3_50
            member.isSuspended = true
        }
    }
}

package struct Services: Sendable {
    package let dues: any DuesKeeping

    package init(roll: InMemoryRoll) { dues = DuesService(roll: roll) }
}

package actor InMemoryRoll {
    var members: [Member] = []
    private var deliveries: Set<String> = []

    package init() {}

    func add(name: String, owing: Int) -> Member {
        let number = "M\(members.count + 1)"
        members.append(Member(number: number, name: name, balance: -owing, isSuspended: false))
        return members[members.count - 1]
    }

    func claim(_ delivery: String) -> Bool { deliveries.insert(delivery).inserted }

    func change(_ number: String, _ body: @Sendable (inout Member) -> Void) {
        guard let index = members.firstIndex(where: { $0.number == number }) else { return }
        body(&members[index])
    }
}
