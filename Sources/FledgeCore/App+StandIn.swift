// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
package import FledgeRouting

extension App {
    /// Adds a GET route that gives way to one of the app's own for the same path.
    ///
    /// For what comes with Fledge, such as the document of the API: an app that has something else there
    /// keeps it, and need not know.
    ///
    /// - Parameters:
    ///   - path: The pattern.
    ///   - middleware: Middleware around this route only, outermost first.
    ///   - location: Where the app asked for it.
    ///   - endpoint: What answers.
    package func addStandIn(
        _ path: String,
        use middleware: any Middleware...,
        at location: CodeLocation,
        _ endpoint: Endpoint
    ) {
        var options = RouteOptions(middleware: middleware)
        options.givesWay = true
        add(
            .route(
                RouteDefinition(
                    method: .get, path: path, result: Response.self, options: options,
                    endpoint: endpoint, location: location)))
    }
}
