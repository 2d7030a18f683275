import Fledge

await serve {
    makeApp(services: Services(pages: PageService(store: PageStore())))
}
