import Fledge
import SkipassServices

func makeApp(passes: PassService, lifts: LiftService) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.use("/passes", PassController(passes: passes))
    app.use("/gates", GateController(passes: passes))
    app.use("/lifts", LiftController(lifts: lifts))
    return app
}
