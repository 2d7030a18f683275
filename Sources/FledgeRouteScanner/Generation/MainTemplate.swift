// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The program of a target that has none: what a first `main.swift` would say.
struct MainTemplate {
    static let typeName = "FledgeMain"

    let target: String
    let services: ServicesFact?

    var text: String {
        """
        @main
        enum \(Self.typeName) {
            static func main() async {
                await serve {
                    let environment = try Environment.load()
        \(makeServices)            let app = App(environment: environment)
                    app.use(RequestID(), RequestLog(), SecurityHeaders())
                    app.health()
                    app.openAPI("\(target)")  // GET /docs and /openapi.json, but not in production
                    app.use(StaticFiles("public", required: false))
                    FileRoutes.mount(on: app\(services == nil ? "" : ", services: services"))
                    return app
                }
            }
        }
        """
    }

    /// One line, or nothing.
    ///
    /// `try` and `await` only as the initializer has them: the compiler
    /// warns about one too many, and a warning in a generated file helps nobody.
    private var makeServices: String {
        guard let services else { return "" }
        let effects = services.initializer ?? InitializerFact(isAsync: true, isThrowing: true)
        let prefix = (effects.isThrowing ? "try " : "") + (effects.isAsync ? "await " : "")
        return "            let services = \(prefix)Services(environment: environment)\n"
    }
}
