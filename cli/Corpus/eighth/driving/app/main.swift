import Fledge

await serve {
    makeApp(Services(seats: ["2026-03-02": 4, "2026-03-09": 2]))
}
