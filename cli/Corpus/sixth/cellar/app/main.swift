import Fledge

await serve {
    makeApp(wines: WineService(store: InMemoryWineStore()), flags: Flags(tastingNotes: false))
}
