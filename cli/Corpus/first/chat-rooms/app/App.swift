import Fledge

struct Services: Sendable {
    let sessions: SessionService
    let rooms: RoomService
    let messages: MessageService
    let digests: DigestService

    init(store: ChatStore, now: @escaping @Sendable () -> Int = { 0 }) {
        sessions = SessionService(store: store, now: now)
        rooms = RoomService(store: store)
        messages = MessageService(store: store, now: now)
        digests = DigestService(store: store)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}
