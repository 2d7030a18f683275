import Fledge

struct Unreadable {}

@Settings struct ShopSettings {
    var made = Int.random(in: 1...2)
    @Variable("A-B") var name: String
}

@Settings struct MoreSettings {
    var port: Int = 3000
    var other: Unreadable
}
