import Fledge

await serve {
    makeApp(Services())
}
