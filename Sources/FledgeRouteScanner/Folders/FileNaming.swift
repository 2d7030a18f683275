// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The names and commands that diagnostics suggest.
enum FileNaming {
    /// A folder for a type: `OrderListRoute` becomes `order-list`.
    ///
    /// It is never `sibling`, which would not tell the two folders apart.
    static func folderName(for type: String, besides sibling: String?) -> String {
        let base = type.hasSuffix("Route") && type != "Route" ? type.dropLast(5) : type[...]
        var name = ""
        for character in base where character.isLetter || character.isNumber {
            if character.isUppercase, let last = name.last, !last.isUppercase, last != "-" {
                name += "-"
            }
            name.append(contentsOf: character.lowercased())
        }
        return name == sibling ? "\(name)-2" : name
    }

    /// A command to paste into a shell at the root of the package.
    ///
    /// `git mv` makes no folders, so `mkdir` comes first.
    static func moveCommand(from old: String, to new: String) -> String {
        let folder = new.split(separator: "/").dropLast().joined(separator: "/")
        return "mkdir -p \(quote(folder)) && git mv \(quote(old)) \(quote(new))"
    }

    /// Brackets and parentheses mean something to shells.
    private static func quote(_ path: String) -> String {
        let isPlain = path.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+".contains($0))
        }
        return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
    }
}
