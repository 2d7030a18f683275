// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes

/// A page, as the result of a handler: `text/html; charset=utf-8`.
///
///     func GET() -> HTML { HTML("<h1>Hello \(HTML.escape(name))</h1>") }
///
/// The text is sent as it is. Escape what comes from outside with ``escape(_:)``.
public struct HTML: ResponseConvertible, Sendable {
    /// The page.
    public var text: String

    /// Takes a whole page.
    public init(_ text: String) {
        self.text = text
    }

    /// Replaces `&`, `<`, `>`, `"` and `'`, so that `text` can stand between tags and in quoted attributes.
    public static func escape(_ text: String) -> String {
        var output = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            default: output.unicodeScalars.append(character)
            }
        }
        return output
    }

    /// 200 with the page.
    public func response(for request: Request) -> Response {
        Response(headers: .html, body: Body(text))
    }
}
