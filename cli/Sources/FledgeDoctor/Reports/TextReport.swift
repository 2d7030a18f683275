// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The summary for a terminal.
package struct TextReport {
    private let diagnosis: Diagnosis
    private let paint: Paint

    /// - Parameters:
    ///   - diagnosis: What to tell.
    ///   - colours: Whether the text goes to a terminal that shows them.
    package init(_ diagnosis: Diagnosis, colours: Bool = false) {
        self.diagnosis = diagnosis
        paint = Paint(isOn: colours)
    }

    package var text: String {
        var parts = [layers]
        if !worst.isEmpty { parts.append(worst) }
        parts.append(findings)
        return parts.joined(separator: "\n")
    }

    // MARK: Layers

    private var layers: String {
        let total = diagnosis.layers.reduce(0) { $0 + $1.lines }
        var text = paint.bold(
            "\(diagnosis.name): \(count(total, "line")) of code in \(count(diagnosis.files, "file"))"
        )
        text += "\n\nWhere its complexity lives\n\n"
        text +=
            paint.dim(
                row("layer", "files", "lines", "funcs", "cyclomatic", "cognitive") + "  share")
            + "\n"
        for sum in diagnosis.layers where sum.lines > 0 {
            let line = row(
                sum.layer.title, "\(sum.files)", "\(sum.lines)", "\(sum.functions)",
                "\(sum.cyclomatic)", "\(sum.cognitive)")
            text += "\(line)  \(bar(sum)) \(percent(sum.share))\n"
        }
        return text
    }

    private func row(_ cells: String...) -> String {
        zip(cells, [24, 6, 7, 6, 11, 10]).enumerated().map { number, cell in
            let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return number == 0 ? cell.0 + space : space + cell.0
        }.joined()
    }

    private func bar(_ sum: Diagnosis.LayerSum) -> String {
        let width = 24
        let filled = Int((sum.share * Double(width)).rounded())
        let bar = String(repeating: "█", count: filled)
        return paint.layer(sum.layer, bar)
            + paint.dim(String(repeating: "░", count: width - filled))
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    // MARK: Functions

    /// A function of 15 and more is what SonarSource's own rule would report.
    private var worst: String {
        let functions = diagnosis.functions.filter { $0.cognitive >= 5 }
            .sorted { ($1.cognitive, $0.name) < ($0.cognitive, $1.name) }.prefix(5)
        guard !functions.isEmpty else { return "" }
        var text = "Hardest to follow\n\n"
        for function in functions {
            let number = "\(function.cognitive)"
            text += String(repeating: " ", count: max(0, 5 - number.count)) + paint.bold(number)
            text += "  \(function.name)  "
            text += paint.dim("\(function.layer.title), \(function.file):\(function.line)") + "\n"
        }
        return text
    }

    // MARK: Findings

    private var findings: String {
        guard !diagnosis.findings.isEmpty else {
            return "Nothing found." + silenced + "\n"
        }
        var text = ""
        var file = ""
        for finding in diagnosis.findings {
            if finding.file != file {
                file = finding.file
                text += "\(paint.bold(file))\n"
            }
            text += "  \(finding.line):\(finding.column)  "
            text += paint.severity(finding.severity) + "  \(finding.message) "
            text += paint.dim("[\(finding.rule)]") + "\n"
            text += "      → \(finding.suggestion)\n"
        }
        text +=
            "\n\(count(diagnosis.findings.count, "finding")), score \(diagnosis.score).\(silenced) "
        text += "'fledge-doctor --explain RULE' tells more.\n"
        return text
    }

    private var silenced: String {
        diagnosis.silenced == 0 ? "" : " \(diagnosis.silenced) silenced."
    }

    private func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

/// Colours of a terminal, or none.
struct Paint {
    let isOn: Bool

    func bold(_ text: String) -> String { wrap("1", text) }
    func dim(_ text: String) -> String { wrap("2", text) }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: wrap("31", "error")
        case .warning: wrap("33", "warning")
        case .note: wrap("36", "note")
        }
    }

    func layer(_ layer: Layer, _ text: String) -> String {
        switch layer {
        case .routes: wrap("34", text)
        case .services: wrap("32", text)
        case .database: wrap("35", text)
        case .other: wrap("90", text)
        }
    }

    private func wrap(_ code: String, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
