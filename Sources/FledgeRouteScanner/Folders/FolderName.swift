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
            "\(Self.escape(prefix)):\(name)\(Self.escape(suffix, afterName: true))"
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
    ///
    /// Right after a name it also ends the name: `[id]x` is `:id\x`, since `:idx` is another
    /// parameter. Scalars, because a `:` with a combining mark after it is still a `:` there.
    private static func escape(_ text: String, afterName: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if (afterName && result.isEmpty && continuesName(scalar)) || reserved.contains(scalar) {
                result.append("\\")
            }
            result.append(scalar)
        }
        return String(result)
    }

    private static let reserved: Set<Unicode.Scalar> = [
        ":", "*", "\\", "?", "#", "%", "{", "}", "[", "]", "<", ">",
    ]

    /// Whether a pattern could read `scalar` as more of a name, or as a form of other frameworks.
    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || !(scalar == "-" || scalar == "." || scalar == "~" || scalar == ",")
    }
}

/// A folder name that means nothing, with what to write instead.
struct FolderNameError: Error, Equatable {
    var message: String
}
