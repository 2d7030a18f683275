// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Collects broken rules, so that a client learns of all of them at once.
struct Validation {
    private var violations: [Violation] = []

    mutating func require(_ holds: Bool, _ field: String, _ message: @autoclosure () -> String) {
        if !holds { violations.append(Violation(field, message())) }
    }

    /// Throws if a rule was broken.
    func finish() throws(ShopError) {
        if !violations.isEmpty { throw .invalid(violations) }
    }
}

extension Validation {
    /// A name of something: trimmed, not empty, at most 100 characters on one line.
    mutating func name(_ text: String, _ field: String) -> String {
        let name = text.trimmed
        require(!name.isEmpty, field, "must not be empty")
        require(name.count <= 100, field, "must have at most 100 characters")
        require(!name.hasControls, field, "must not contain control characters")
        return name
    }

    /// An e-mail address: trimmed and in lower case.
    ///
    /// It checks the form roughly. Only a message that arrives proves an address, and stricter
    /// patterns turn away real people.
    mutating func email(_ text: String, _ field: String) -> String {
        let email = text.trimmed.lowercased()
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let labels = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        let isAddress =
            parts.count == 2 && !parts[0].isEmpty && labels.count >= 2
            && labels.allSatisfy { !$0.isEmpty }
            && !email.hasControls && !email.contains(where: \.isWhitespace)
        require(isAddress, field, "must be an e-mail address, such as ada@example.com")
        // RFC 5321, section 4.5.3.1.3, less the angle brackets.
        require(email.utf8.count <= 254, field, "must have at most 254 bytes")
        return email
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }

    fileprivate var hasControls: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
