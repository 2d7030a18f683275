package struct Services: Sendable {
    package var pilotage: PilotageService

    package init(store: any PilotageStore, depths: [String: Double]) {
        pilotage = PilotageService(store: store, depths: depths)
    }
}
