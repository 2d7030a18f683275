import ClubduesServices
import Fledge

@Settings struct BillingSettings {
    var webhookSecret: Secret
    var pageSize: Int = 25
}

func makeApp(_ services: Services, settings: BillingSettings) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.use(
        "/webhooks/payments",
        PaymentHooks(dues: services.dues, signatures: WebhookSignature(settings.webhookSecret)))
    app.use("/members", MemberController(dues: services.dues, pageSize: settings.pageSize))
    return app
}
