// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The names of environment variables.
enum VariableName {
    /// The name in capitals with `_` between the words: `databaseURL` is `DATABASE_URL`.
    ///
    /// A word begins at a capital after a small letter or a digit (`apiKey2Old`: `API_KEY2_OLD`),
    /// and at the last of several capitals when a small letter follows (`URLSession`:
    /// `URL_SESSION`).
    static func of(property name: String) -> String {
        let characters = Array(name)
        var result = ""
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : nil
            let after = index + 1 < characters.count ? characters[index + 1] : nil
            if character.isUppercase, let before, before != "_",
                !before.isUppercase || after?.isLowercase == true
            {
                result += "_"
            }
            result += character.uppercased()
        }
        return result
    }

    /// Whether shells and `.env` files take the name (POSIX.1-2017, section 8.1, and small letters).
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first)
        else { return false }
        return name.unicodeScalars.allSatisfy {
            $0 == "_" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9" ~= $0)
        }
    }
}
