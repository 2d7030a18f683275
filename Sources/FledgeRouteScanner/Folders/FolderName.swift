// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What the name of one folder under `app/` means for the path.
///
/// | folder            | meaning                                   |
/// |-------------------|-------------------------------------------|
/// | `users`           | itself                                    |
/// | `[id]`            | `:id`, one segment                        |
/// | `report-[id].pdf` | `report-:id.pdf`, a part of a segment     |
/// | `[...path]`       | `*path`, one or more segments             |
/// | `[[...path]]`     | `*path?`, zero or more segments           |
/// | `(group)`         | left out of the path                      |
/// | `_private`        | never routed, nor anything below          |
enum FolderName: Sendable, Equatable {
    case literal(String)
    case parameter(prefix: String, name: String, suffix: String)
    case catchAll(name: String, isOptional: Bool)
    case group
    case hidden

    /// The segment in the syntax of route patterns, or nil when it adds none.
    var pattern: String? {
        switch self {
        case .literal(let text): Self.escape(text)
        case .parameter(let prefix, let name, let suffix):
            "\(Self.escape(prefix)):\(name)\(Self.escape(suffix))"
        case .catchAll(let name, let isOptional): "*\(name)\(isOptional ? "?" : "")"
        case .group, .hidden: nil
        }
    }

    var parameterName: String? {
        switch self {
        case .parameter(_, let name, _), .catchAll(let name, _): name
        case .literal, .group, .hidden: nil
        }
    }

    /// A backslash makes the next character of a pattern mean itself.
    private static func escape(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            if "\\:*{}<>[]?#".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
    }
}

/// A folder name that means nothing, with what to write instead.
struct FolderNameError: Error, Equatable {
    var message: String
}
