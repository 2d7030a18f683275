import DonationsServices
import Fledge

func makeApp(donations: DonationService, receipts: ReceiptService) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/donations", DonationController(donations: donations, receipts: receipts))
    app.use("/wall", WallController(donations: donations))
    app.use("/campaigns", CampaignController(donations: donations))
    return app
}
