// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The routes as a table for people.
struct RouteTableReport {
    let description: AppDescription

    init(_ description: AppDescription) {
        self.description = description
    }

    func print(on terminal: Terminal) {
        let routes = description.routes
        guard !routes.isEmpty else {
            return terminal.line(
                "The app has no routes yet. A file under app/ is one: see fledge new.")
        }
        let shared = sharedMiddleware
        let rows = routes.map { route in
            [
                route.method ?? "*", route.path, route.handler ?? "closure",
                "\(route.file):\(route.line)",
            ]
        }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for (route, row) in zip(routes, rows) {
            let cells = zip(row, widths).map { $0.padded(to: $1) }
            terminal.line(
                "\(terminal.green(cells[0]))  \(terminal.bold(cells[1]))  \(cells[2])  "
                    + terminal.dim(row[3]))
            let notes = notes(route, beyond: shared)
            if !notes.isEmpty {
                let indent = String(repeating: " ", count: widths[0] + 2)
                terminal.line(indent + terminal.dim(notes.joined(separator: " · ")))
            }
        }
        terminal.line()
        let noun = routes.count == 1 ? "route" : "routes"
        terminal.line("\(routes.count) \(noun), in mode \(description.mode)")
        if !shared.isEmpty {
            terminal.line("Around all of them: \(shared.joined(separator: " → "))")
        }
        let limits = description.limits
        terminal.line(
            "Limits: body \(limits.body.byteText), handler \(limits.handlerSeconds.brief) s, "
                + "\(limits.requestsInFlight) requests in flight, \(limits.connections) connections"
        )
    }

    /// What is around every route, outermost first.
    var sharedMiddleware: [String] {
        let all = description.routes.filter { !$0.isProbe }.map(\.middleware)
        guard var shared = all.first else { return [] }
        for list in all {
            shared = zip(shared, list).prefix { $0 == $1 }.map(\.0)
        }
        return shared
    }

    /// What is special about one route.
    private func notes(_ route: AppDescription.Route, beyond shared: [String]) -> [String] {
        // Probes may be outside of what is around all others.
        let isInside = route.middleware.starts(with: shared)
        let own = route.middleware.dropFirst(isInside ? shared.count : 0)
        let list = isInside || !own.isEmpty ? own.joined(separator: " → ") : "nothing"
        return [
            list.isEmpty ? nil : "behind " + list,
            route.accessText.map { "access: " + $0 },
            route.bodyLimit == description.limits.body ? nil : "body \(route.bodyLimit.byteText)",
        ].compactMap { $0 }
    }
}

extension AppDescription.Route {
    /// Who may ask: `bearer`, `X-User-ID or X-Staff (optional)`; nil when nothing says.
    var accessText: String? {
        guard !access.isEmpty else { return nil }
        return access.map { need in
            need.schemes.joined(separator: " or ") + (need.isOptional ? " (optional)" : "")
        }.joined(separator: ", and ")
    }
}

extension Int {
    /// `1 MiB`, `256 KiB`, `100 B`.
    var byteText: String {
        if self >= 1 << 20, isMultiple(of: 1 << 20) { return "\(self >> 20) MiB" }
        if self >= 1 << 10, isMultiple(of: 1 << 10) { return "\(self >> 10) KiB" }
        return "\(self) B"
    }
}

extension Double {
    /// Without a fraction that says nothing.
    fileprivate var brief: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

extension String {
    /// The text with spaces behind it, to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
