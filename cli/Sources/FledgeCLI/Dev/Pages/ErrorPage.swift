// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The page that stands where the app's would, while there is no build.
///
/// Everything is in it but the script that reloads it, which comes from the same address.
struct ErrorPage {
    let failure: BuildFailure
    let version: Int

    var html: String {
        Self.page(
            title: count, lead: "\(failure.title) This page reloads when it is good again.",
            body: failure.errors.map(entry).joined(separator: "\n") + output, version: version)
    }

    /// The page of the first build, which takes its time.
    static func building(version: Int) -> String {
        page(
            title: "Building…",
            lead: "The first build takes some minutes. This page reloads when it is done.",
            body: "", version: version)
    }

    private static func page(title: String, lead: String, body: String, version: Int) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escape(title)) · fledge dev</title>
        <style>\(style)</style>
        </head>
        <body>
        <main>
        <h1>\(escape(title))</h1>
        <p class="lead">\(escape(lead))</p>
        \(body)
        </main>
        \(DevPage.scriptTag(version: version))
        </body>
        </html>

        """
    }

    private var count: String {
        switch failure.errors.count {
        case 0: "The app does not start"
        case 1: "1 error"
        case let count: "\(count) errors"
        }
    }

    private func entry(_ entry: BuildFailure.Entry) -> String {
        let place = entry.place.map { "<p class=\"place\">\(Self.escape($0))</p>" } ?? ""
        return """
            <section>
            <h2>\(Self.escape(entry.diagnostic.message))</h2>
            \(place)
            \(entry.excerpt.map(excerpt) ?? "")
            </section>
            """
    }

    private func excerpt(_ excerpt: Excerpt) -> String {
        var rows: [String] = []
        let width = String(excerpt.first + excerpt.lines.count - 1).count
        for (offset, line) in excerpt.lines.enumerated() {
            let number = excerpt.first + offset
            let label = String(repeating: " ", count: width - String(number).count) + "\(number)"
            let row = "<span class=\"number\">\(label)</span> \(Self.escape(line))"
            rows.append(number == excerpt.marked ? "<span class=\"marked\">\(row)</span>" : row)
            if number == excerpt.marked, let indent = excerpt.indent {
                let gap = String(repeating: " ", count: width + 1)
                rows.append("\(gap)\(indent)<span class=\"caret\">^</span>")
            }
        }
        return "<pre>\(rows.joined(separator: "\n"))</pre>"
    }

    private var output: String {
        guard !failure.output.isEmpty else { return "" }
        return
            "<section><pre>\(Self.escape(failure.output.joined(separator: "\n")))</pre></section>"
    }

    static func escape(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
    }

    private static let style = """
        :root { color-scheme: light dark; --back: #fbfaf8; --card: #fff; --text: #1c1b1a;
          --soft: #6b6762; --line: #e4e0da; --bad: #b3261e; --mark: #fdecea; }
        @media (prefers-color-scheme: dark) { :root { --back: #161514; --card: #1f1e1c;
          --text: #efece7; --soft: #a09a92; --line: #34322f; --bad: #ff8a80; --mark: #3a2320; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--text);
          font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 3rem 1.25rem; }
        h1 { margin: 0; color: var(--bad); font-size: 1.75rem; line-height: 1.2; }
        .lead { margin: .5rem 0 2rem; color: var(--soft); overflow-wrap: anywhere; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          margin: 0 0 1rem; padding: 1rem 1.25rem; }
        h2 { margin: 0; font-size: 1.05rem; overflow-wrap: anywhere; }
        .place { margin: .15rem 0 .75rem; color: var(--soft); overflow-wrap: anywhere;
          font: 13px/1.5 ui-monospace, monospace; }
        pre { margin: 0; overflow-x: auto; font: 14px/1.55 ui-monospace, monospace; tab-size: 4; }
        .number { color: var(--soft); user-select: none; }
        .marked { background: var(--mark); display: inline-block; min-width: 100%; }
        .caret { color: var(--bad); font-weight: bold; }
        """
}
