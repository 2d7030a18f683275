// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The definitions that the schemas of one document refer to.
public struct SchemaRegistry {
    /// What a schema is for: what a client sends, or what it is answered.
    public enum Mode: Sendable {
        /// What a client sends: members with a default may be left out.
        case input
        /// What a client is answered.
        case output
    }

    /// What the schemas are for.
    public let mode: Mode

    /// An empty registry.
    public init(mode: Mode) {
        self.mode = mode
    }
}
