import Fledge
import LeaveServices

func makeApp(_ services: Services, cronSecret: String) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.group("/api") { api in
        api.use("/requests", RequestController(requests: services.requests))
        api.use("/balances", BalanceController(balances: services.balances))
    }
    app.use("/cron", CronController(requests: services.requests, secret: Secret(cronSecret)))
    return app
}
