import Fledge

await serve {
    var services = Services()
    services.paymentSecret = try Environment.load()["PAYMENT_SECRET"] ?? ""
    return makeApp(services)
}
