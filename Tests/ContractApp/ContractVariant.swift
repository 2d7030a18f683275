// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import Fledge
package import Logging

/// One of the ways to declare the app. All must answer every request alike.
package struct ContractVariant: Sendable, CustomStringConvertible {
    /// For test names.
    package let description: String
    private let mount: @Sendable (App, Services) -> Void

    /// By files: the folders under `app/`.
    package static let files = ContractVariant(description: "files") {
        FileRoutes.mount(on: $0, services: $1)
    }

    /// The same types, mounted by hand.
    package static let mounted = ContractVariant(description: "mounted by hand") {
        MountedRoutes.mount(on: $0, services: $1)
    }

    /// Closures, routers and controllers that share no route type with the files.
    package static let rewritten = ContractVariant(description: "rewritten") {
        RewrittenRoutes.mount(on: $0, services: $1)
    }

    /// All of them, the files first.
    package static let allCases = [files, mounted, rewritten]

    /// The app with what all variants share: middleware of its own, and limits that a test can pass
    /// with small requests.
    package func makeApp(logger: Logger) -> App {
        var limits = Limits()
        limits.body = 256
        limits.queryPairs = 20
        limits.jsonDepth = 8
        let app = App(mode: .test, limits: limits, logger: logger)
        app.use(RequestID(), Stamp("app"), CORS(origins: ["https://shop.example"]))
        mount(app, Services())
        return app
    }
}
