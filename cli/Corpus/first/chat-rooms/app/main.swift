import Fledge

await serve {
    let services = Services(store: ChatStore())
    let app = makeApp(services: services)
    app.addServices(DigestWorker(digests: services.digests))
    return app
}
