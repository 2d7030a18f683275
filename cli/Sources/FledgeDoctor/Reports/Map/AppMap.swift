// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The app as a picture: boxes for what holds code, arrows for what uses what.
package struct AppMap: Sendable, Encodable {
    /// A type, the routes of a file that are closures, or a table.
    package struct Box: Sendable, Encodable {
        package enum Kind: String, Sendable, Encodable { case type, routes, table }

        /// What arrows call it: a table may have the name of a file.
        package var id: String
        package var name: String
        package var kind = Kind.type
        package var layer: Layer
        package var module: String
        package var file: String
        package var line: Int
        package var lines: Int
        package var cognitive: Int
        package var functions: Int
        /// The fingerprints of what was found in it.
        package var findings: [String] = []
    }

    package struct Arrow: Sendable, Encodable, Hashable {
        package var from: String
        package var to: String
    }

    package var boxes: [Box] = []
    package var arrows: [Arrow] = []
}
