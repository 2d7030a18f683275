// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A page with a map of the app: one file, which asks nobody for anything.
///
/// The findings stand in the page as text. The map is drawn by a script from the data in it, so that
/// arrows meet their boxes at any width.
package struct HTMLReport {
    private let diagnosis: Diagnosis
    private let folder: String

    /// - Parameters:
    ///   - diagnosis: What to show.
    ///   - folder: Where the sources are, for the excerpts.
    package init(_ diagnosis: Diagnosis, folder: String) {
        self.diagnosis = diagnosis
        self.folder = folder
    }

    /// - Throws: Never in practice.
    package func text() throws -> String {
        // `<` in a script ends it only as `</script` or `<!--`; written as \u003c it never does.
        let data = try JSONReport.encode(diagnosis).replacing("<", with: "\\u003c")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <title>\(escape(diagnosis.name)): where its complexity lives</title>
            <style>
            \(HTMLStyle.text)
            </style>
            </head>
            <body>
            <header>
            <h1>\(escape(diagnosis.name))</h1>
            <p class="lead">\(lead)</p>
            <div class="shares" role="img" aria-label="\(escape(plainShares))">\(bars)</div>
            \(table)
            </header>
            <main>
            <section class="map">
            <div class="head"><h2>Map</h2><p class="hint">A box is a type or a table: the more lines, the taller; \
            the harder to follow, the warmer. Arrows lead from what uses to what is used. Click a box.</p></div>
            <div id="stage"><svg id="arrows" aria-hidden="true"></svg><div id="columns"></div></div>
            </section>
            <aside id="details" aria-live="polite" hidden></aside>
            <section class="list">
            <h2>\(diagnosis.findings.isEmpty ? "Nothing found" : count(diagnosis.findings.count, "finding"))</h2>
            \(findings)
            </section>
            </main>
            <script type="application/json" id="data">\(data)</script>
            <script>
            \(HTMLScript.text)
            </script>
            </body>
            </html>

            """
    }

    // MARK: Layers

    private var lead: String {
        let lines = diagnosis.layers.reduce(0) { $0 + $1.lines }
        let most = diagnosis.layers.max { $0.cognitive < $1.cognitive }
        let share =
            most.map { "\(percent($0.share)) of its complexity lives in \($0.layer.title)." } ?? ""
        return "\(count(lines, "line")) of code in \(count(diagnosis.files, "file")). \(share)"
    }

    private var plainShares: String {
        diagnosis.layers.map { "\($0.layer.title): \(percent($0.share))" }.joined(separator: ", ")
    }

    private var bars: String {
        diagnosis.layers.filter { $0.share > 0 }.map {
            "<i class=\"\($0.layer.rawValue)\" style=\"flex:\(max($0.share, 0.004))\" title=\"\($0.layer.title): \(percent($0.share))\"></i>"
        }.joined()
    }

    private var table: String {
        let rows = diagnosis.layers.filter { $0.lines > 0 }.map { sum in
            "<tr><th scope=\"row\"><i class=\"dot \(sum.layer.rawValue)\"></i>\(sum.layer.title)</th><td>\(percent(sum.share))</td>"
                + "<td>\(sum.files)</td><td>\(sum.lines)</td><td>\(sum.functions)</td><td>\(sum.cyclomatic)</td><td>\(sum.cognitive)</td></tr>"
        }
        return """
            <table><thead><tr><th>layer</th><th>share</th><th>files</th><th>lines</th><th>functions</th>\
            <th>cyclomatic</th><th>cognitive</th></tr></thead><tbody>\(rows.joined())</tbody></table>
            """
    }

    // MARK: Findings

    private var findings: String {
        diagnosis.findings.map { finding in
            """
            <article class="finding \(finding.severity.rawValue)" id="f-\(finding.fingerprint)">
            <h3><span class="severity">\(finding.severity.rawValue)</span> \(escape(finding.rule))</h3>
            <p>\(escape(finding.message))</p>
            <p class="todo">→ \(escape(finding.suggestion))</p>
            <figure><figcaption>\(escape(finding.file)):\(finding.line)</figcaption><pre>\(excerpt(finding))</pre></figure>
            </article>
            """
        }.joined(separator: "\n")
    }

    /// The lines of a finding, with one before it, up to fourteen.
    private func excerpt(_ finding: Finding) -> String {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(finding.file)") else {
            return ""
        }
        let lines = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let first = max(1, finding.line - 1)
        let last = min(lines.count, min(max(finding.endLine, finding.line + 2), finding.line + 13))
        guard first <= last else { return "" }
        return (first...last).map { number in
            let text = escape(String(lines[number - 1]))
            let line = "<b>\(number)</b>\(text)"
            return number == finding.line ? "<mark>\(line)</mark>" : line
        }.joined(separator: "\n")
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }

    private func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
