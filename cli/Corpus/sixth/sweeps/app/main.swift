import Fledge

await serve {
    makeApp(Services(houses: InMemoryHouseStore()))
}
