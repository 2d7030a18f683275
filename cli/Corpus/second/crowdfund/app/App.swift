import Fledge

func makeApp(campaigns: CampaignService) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/campaigns", CampaignController(campaigns: campaigns))
    app.use("/statistics", StatisticsController(campaigns: campaigns))
    return app
}
