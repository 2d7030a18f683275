import Fledge

struct Services: Sendable {
    let rates: RateService
    let stays: StayService

    init(house: House) {
        rates = RateService(house: house)
        stays = StayService(house: house)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/rooms", RoomController(stays: services.stays))
    app.use("/quotes", QuoteController(rates: services.rates, stays: services.stays))
    return app
}

extension HotelError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noRoom(let number): Problem(.notFound, "There is no room \(number).")
        case .occupied: Problem(.conflict, "Somebody sleeps there.", code: "occupied")
        }
    }
}
