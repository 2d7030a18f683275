// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Where in the source a route was registered, for messages and for the route list.
///
/// Take it as defaulted parameters, so that the caller's place is meant:
///
/// ```swift
/// func get(_ path: String, fileID: String = #fileID, line: Int = #line) {
///     let location = CodeLocation(fileID: fileID, line: line)     // Shop/main.swift:12
/// }
/// ```
///
/// It holds no absolute path, so none ends up in a binary. The name is not `SourceLocation`
/// because Swift Testing has a type of that name, and test files import both.
public struct CodeLocation: Sendable, Hashable, CustomStringConvertible {
    /// Module and file, such as `Shop/main.swift`.
    public var fileID: String

    /// The line in the file, counted from 1.
    public var line: Int

    /// The place where this is called, or the one given.
    public init(fileID: String = #fileID, line: Int = #line) {
        self.fileID = fileID
        self.line = line
    }

    /// `Shop/main.swift:12`.
    public var description: String { "\(fileID):\(line)" }
}
