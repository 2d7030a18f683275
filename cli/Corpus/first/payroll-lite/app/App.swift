import Fledge

struct Services: Sendable {
    let staff: StaffService
    let payroll: PayrollService
    let payslips: PayslipService
    let bonuses: BonusService

    init(store: StaffStore) {
        staff = StaffService(store: store)
        payroll = PayrollService(store: store)
        payslips = PayslipService(payroll: payroll)
        bonuses = BonusService()
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension PayrollError: ProblemConvertible {
    var problem: Problem { Problem(status, message) }
}
