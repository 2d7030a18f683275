// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A text that no log, no error message and no answer shows: a password, a key, a token.
///
///     @Settings struct Settings {
///         let databasePassword: Secret
///     }
///
///     logger.info("\(settings)")                       // … databasePassword: (secret) …
///     connect(password: settings.databasePassword.reveal())
///
/// The value is handed out by ``reveal()`` only, a word to search for in reviews. It guards against
/// accidents, not against code of the same process, and the memory is not wiped.
public struct Secret: ParameterValue, Equatable {
    private let text: String

    /// Hides `text`.
    public init(_ text: String) {
        self.text = text
    }

    /// Hides the text of a parameter or a variable.
    public init?(parameter text: String) {
        self.init(text)
    }

    /// "text".
    public static var parameterDescription: String { "text" }

    /// The value.
    ///
    /// Give it to what needs it and do not keep it.
    public func reveal() -> String { text }

    /// Whether both hide the same value.
    ///
    /// Takes the same time wherever the first difference is, so that an answer's time does not tell
    /// how much of a guess was right.
    public static func == (left: Secret, right: Secret) -> Bool {
        let left = Array(left.text.utf8)
        let right = Array(right.text.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `(secret)`.
    public var description: String { "(secret)" }
    /// `(secret)`.
    public var debugDescription: String { description }
    /// Nothing, so that `dump` shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Codable {
    /// Reads the value, so that a request body can have a secret.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes `(secret)` and not the value: a secret that stands in an answer is a mistake.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
