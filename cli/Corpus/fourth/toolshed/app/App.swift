import Fledge
import ToolshedServices

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.use("/tools", ToolController(tools: services.tools))
    app.use("/makers", MakerController(makers: services.makers))
    app.use("/loans", LoanController(lending: services.lending))
    return app
}
