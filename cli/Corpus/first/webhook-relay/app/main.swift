import Fledge

await serve {
    let environment = try Environment.load()
    let secrets = Secrets(
        stripe: environment["STRIPE_SECRET"] ?? "", cron: environment["CRON_SECRET"] ?? "")
    return makeApp(services: Services(queue: InMemoryQueue()), secrets: secrets)
}
