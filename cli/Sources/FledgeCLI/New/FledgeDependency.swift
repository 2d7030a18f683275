// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Where a new project gets Fledge from.
enum FledgeDependency: Hashable, Sendable {
    /// A checkout on this machine.
    case path(String)
    /// The repository.
    case remote

    private static let url = "https://github.com/fledge-framework/fledge"
    /// What the templates say, and what is put there.
    static let placeholder = #".package(url: "https://example.com/fledge", branch: "main")"#

    /// The line of the manifest.
    var line: String {
        switch self {
        // The name lets targets say "fledge", whatever the folder is called.
        case .path(let path): ".package(name: \"fledge\", path: \(Self.literal(path)))"
        case .remote: ".package(url: \"\(Self.url)\", branch: \"main\")"
        }
    }

    private static func literal(_ text: String) -> String {
        let escaped = text.reduce(into: "") { result, character in
            if character == "\\" || character == "\"" { result.append("\\") }
            result.append(character)
        }
        return "\"\(escaped)\""
    }

    /// What is wrong with a folder that is said to be a checkout; nil when it is one.
    static func problem(withCheckout path: String) -> String? {
        if let manifest = Paths.text(path + "/Package.swift"),
            manifest.contains(#"name: "fledge""#)
        {
            return nil
        }
        return Paths.exists(path)
            ? "\(path) is no checkout of Fledge: it has no Package.swift of a package 'fledge'."
            : "There is no folder \(path)."
    }
}
