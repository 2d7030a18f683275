import Fledge

await serve {
    let env = try Environment.load()
    let garage = Garage(floors: Int(env["FLOORS"] ?? "") ?? 3, perFloor: 40)
    return parking(Wiring(garage: garage, tariff: DayTariff(), permits: PermitOffice()))
}
