import FledgeSchema

@Schema package enum Tariff: String, Sendable { case full, reduced, free }

@Schema package struct Pass: Hashable, Sendable {
    package let id: Int
    package let tariff: Tariff
    package let firstDay: Int
    package let days: Int
    package var isBlocked: Bool
}

@Schema package struct NewPass: Hashable, Sendable {
    @Field(.range(0...120)) package var age: Int
    @Field(.range(1...14)) package var days: Int
    package var firstDay: Int

    package init(age: Int, days: Int, firstDay: Int) {
        self.age = age
        self.days = days
        self.firstDay = firstDay
    }
}
