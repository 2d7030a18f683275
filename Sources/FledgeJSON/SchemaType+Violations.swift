// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension SchemaType {
    /// What is wrong with a value that was made in code, by the rules that stand at its type.
    ///
    /// A value that was read has been held to them already. A service that is called by anybody else
    /// asks for itself, and so has its rules in one place:
    ///
    ///     func create(_ new: NewUser) async throws -> User {
    ///         guard new.violations().isEmpty else { throw UserError.invalid(new.violations()) }
    ///
    /// - Returns: All violations, each with its JSON Pointer; none when the value is as it must be.
    /// - Complexity: That of writing the value as JSON and reading it again: about a microsecond for a
    ///   small one.
    public func violations() -> [Violation] {
        do {
            let bytes = try JSONWriter.encode(self)
            _ = try JSONReader.decode(Self.self, from: bytes)
            return []
        } catch DecodingFailure.invalid(let violations) {
            return violations
        } catch {
            return [Violation(pointer: "", code: "invalid", message: "is not valid: \(error)")]
        }
    }
}
