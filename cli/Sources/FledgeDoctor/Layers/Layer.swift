// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Where a piece of code belongs in a backend.
package enum Layer: String, CaseIterable, Sendable, Codable {
    /// Routes, controllers, middleware: what a client says, and what it is told.
    case routes
    /// Rules and values, which know neither the web nor a database.
    case services
    /// SQL and what keeps things.
    case database
    /// Wiring: `main.swift`, the composition root, settings.
    case other

    package var title: String {
        switch self {
        case .routes: "routes and controllers"
        case .services: "services"
        case .database: "database"
        case .other: "other"
        }
    }
}
