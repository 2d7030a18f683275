// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// The types of the files, put together by hand: other groups, other order, the same app.
enum MountedRoutes {
    static func mount(on app: Router, services: Services) {
        let directory = services.directory
        app.use("/verbs", VerbsRoute())
        app.group("/users") { mountUsers(on: $0, directory) }
        app.group { mountShop(on: $0, directory) }
        mountPatterns(on: app)
        app.use("/search", SearchRoute())
        app.use("/search/filter", FilterRoute())
        app.use("/meta", MetaRoute())
        app.use("/bodies", BodiesRoute())
        app.use("/results", ResultsRoute())
        app.use("/errors", ErrorsRoute(directory: directory))
        app.use("/extras", ExtrasRoute())
        app.use("/feed.xml", FeedRoute())
        app.use("/", RootRoute())
    }

    private static func mountUsers(on users: Router, _ directory: Directory) {
        users.use("", UsersRoute(directory: directory))
        users.use("", NewUserRoute(directory: directory))
        users.use("/me", MeRoute())
        users.group("/:id") { user in
            user.use("", UserRoute(directory: directory))
            let orders = Router()
            orders.use("/:order", UserOrderRoute())
            orders.use("/latest", LatestOrderRoute())
            user.use("/orders", orders)
        }
    }

    private static func mountShop(on shop: Router, _ directory: Directory) {
        shop.use(ShopStamp(directory: directory))
        shop.use("/cart", CartRoute())
        // After the cart: `use` wraps what follows.
        shop.use(StaffOnly(), StaffStamp())
        shop.use("/stock", StockRoute())
    }

    private static func mountPatterns(on app: Router) {
        app.use("/files/report-:name.pdf", ReportRoute())
        app.use("/files/:name", FileRoute())
        app.use("/kinds/:kind/v:grade", GradeRoute())
        app.use("/kinds/:kind", KindRoute())
        app.use("/assets/index", AssetIndexRoute())
        app.use("/assets/*path", AssetRoute())
        app.use("/docs/*path?", DocsRoute())
    }
}
