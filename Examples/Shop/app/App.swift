// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// Puts the app together.
///
/// The tests call it with services of their own.
func makeApp(services: Services, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.health()  // GET /health and GET /ready
    app.use(StaticFiles("public", required: environment.mode == .production))

    app.openAPI(  // GET /docs, /openapi.json and /openapi.yaml
        "Shop", details: "A small shop on Fledge: users, products and what they order.")

    // The files under app/ are the routes below /api.
    FileRoutes.mount(on: app, services: services)

    // The same services once more, by hand: what the files above compile to.
    app.group("/v1") { v1 in
        v1.use("/users", UserController(users: services.users, orders: services.orders))
        v1.use("/products", ProductController(products: services.products))
        v1.use("/orders", OrderController(orders: services.orders))
    }
    return app
}
