import Fledge

await serve { agency(Deps()) }

struct Deps: Sendable {
    var jobs: JobDesk = JobDesk(board: MemoryBoard())
    var translators: TranslatorPool = TranslatorPool(people: TranslatorPool.staff)
    var invoices: Invoicing = Invoicing()
    var mailer: any Mailer = LogMailer()
}

func agency(_ deps: Deps) -> App {
    let app = App()
    app.use(RequestID(), SecurityHeaders())
    app.use("/jobs", JobController(jobs: deps.jobs, pool: deps.translators, mailer: deps.mailer))
    app.use("/translators", TranslatorController(pool: deps.translators, jobs: deps.jobs))
    app.use("/invoices", InvoiceController(jobs: deps.jobs, invoices: deps.invoices))
    return app
}
