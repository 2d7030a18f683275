import Fledge

struct RateService: Sendable {
    static let rates = ["CHF": 100, "EUR": 104, "USD": 112]

    let house: House

    func base(of room: Int) async throws -> Int {
        guard let price = await house.prices[room] else { throw HotelError.noRoom(room) }
        return price
    }

    func convert(_ cents: Int, to currency: String) -> Int { cents * (Self.rates[currency] ?? 100) / 100 }

    func currency(for headers: Fields) -> String {
        if let wanted = headers["X-Currency"], Self.rates[wanted] != nil { return wanted }
        return headers[.acceptLanguage]?.contains("US") == true ? "USD" : "CHF"
    }
}
