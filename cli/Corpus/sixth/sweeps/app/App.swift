import Fledge

struct Services: Sendable {
    let houses: HouseService
    let rounds: RoundService
    let notices: NoticeService

    init(houses store: any HouseStore) {
        houses = HouseService(store: store)
        rounds = RoundService(store: store)
        notices = NoticeService(printer: ConsolePrinter())
    }
}

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    houseRoutes(on: app, houses: services.houses)
    app.group("/rounds") { rounds in roundRoutes(on: rounds, rounds: services.rounds) }
    app.group("/office") { office in
        officeRoutes(on: office, houses: services.houses, notices: services.notices)
    }
    return app
}
