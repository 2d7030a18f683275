// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One request as the terminal shows it.
struct RequestLine: Hashable, Sendable {
    var method: String
    /// As it was sent, with the query: it is the developer's own machine.
    var target: String
    var status: Int
    var duration: Duration

    /// `GET /api/users 200 1.3 ms`, without what could colour a terminal.
    func text(_ terminal: Terminal) -> String {
        let number = "\(status)"
        let colored =
            switch status {
            case 500...: terminal.red(number)
            case 400...: terminal.yellow(number)
            default: terminal.green(number)
            }
        let target = target.unicodeScalars.reduce(into: "") { text, scalar in
            text += scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : String(scalar)
        }
        return "\(method) \(target) \(colored) \(terminal.dim(duration.brief))"
    }
}

extension Duration {
    /// `1.3 ms`, `240 ms` or `3.2 s`.
    var brief: String {
        let milliseconds = Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
        switch milliseconds {
        case ..<10: return "\((milliseconds * 10).rounded() / 10) ms"
        case ..<1000: return "\(Int(milliseconds.rounded())) ms"
        default: return "\((milliseconds / 100).rounded() / 10) s"
        }
    }
}
