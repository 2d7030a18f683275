// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// How one request is matched, for people.
struct ExplanationReport {
    /// How many of the others are shown.
    private static let longest = 10

    let description: AppDescription
    let explanation: AppDescription.Explanation

    init(_ description: AppDescription, _ explanation: AppDescription.Explanation) {
        self.description = description
        self.explanation = explanation
    }

    func print(on terminal: Terminal) {
        terminal.line(terminal.bold("\(explanation.method) \(explanation.path)"))
        terminal.line("  1. The path is cut at '/' and decoded: \(segments).")
        terminal.line("  2. A slash at the end \(slash).")
        for line in outcome { terminal.line("  \(line)") }
        let losers = explanation.candidates.filter { $0.reason != nil }
        guard !losers.isEmpty else { return }
        terminal.line()
        terminal.line("Why not the others:")
        // What has not even the beginning of the path is not worth a line each.
        let near = losers.filter { $0.fittingSegments > 0 }
        let shown = (near.isEmpty ? losers : near).prefix(Self.longest)
        let width = shown.map { title($0.route).count }.max() ?? 0
        for candidate in shown {
            terminal.line(
                "  \(title(candidate.route).padded(to: width))  "
                    + terminal.dim(candidate.reason ?? ""))
        }
        let rest = losers.count - shown.count
        if rest > 0 {
            terminal.line(terminal.dim("  and \(rest) more, which fit no better (--json has them)"))
        }
    }

    private var segments: String {
        explanation.segments.isEmpty
            ? "nothing" : explanation.segments.map { "'\($0)'" }.joined(separator: ", ")
    }

    private var slash: String {
        switch explanation.trailingSlash {
        case "ignore": "does not matter"
        case "redirect": "is changed by a redirect"
        default: "counts"
        }
    }

    private var outcome: [String] {
        let outcome = explanation.outcome
        guard let index = outcome.route else {
            if let location = outcome.location {
                return ["3. No route has the path in this form: 308 to \(location)."]
            }
            return ["3. No route has the path: 404."]
        }
        let route = description.routes[index]
        let title = "\(title(index)), \(route.handler ?? "a closure") (\(route.file):\(route.line))"
        if outcome.status == 405 {
            return [
                "3. Routes have the path, and none has the method: 405, "
                    + "Allow: \(outcome.allow?.joined(separator: ", ") ?? "").",
                "   The nearest is \(title); its middleware wraps the answer.",
            ]
        }
        let captures = (outcome.captures ?? [:]).sorted { $0.key < $1.key }
            .map { "\($0.key) = '\($0.value)'" }
        var lines = ["3. \(title) answers: the most specific one that has path and method."]
        if !captures.isEmpty { lines.append("   It gets \(captures.joined(separator: ", ")).") }
        let chain = (route.middleware + [route.handler ?? "closure"]).joined(separator: " → ")
        lines.append("4. It passes \(chain).")
        if let access = route.accessText { lines.append("   Who may ask: \(access).") }
        lines.append("   A body may have \(route.bodyLimit.byteText).")
        return lines
    }

    private func title(_ index: Int) -> String {
        let route = description.routes[index]
        return "\(route.method ?? "*") \(route.path)"
    }
}
