import Fledge

await serve {
    let environment = try Environment.load()
    let machines = MachineService()
    return makeApp(
        machines: machines, pricing: PricingService(),
        telemetry: TelemetryService(machines: machines),
        environment: environment)
}
