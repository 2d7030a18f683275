// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why a server cannot speak TLS: everything that is wrong with its certificate and key, thrown
/// before a socket opens.
public struct TLSError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, one sentence or two each, with what to do.
    public let mistakes: [String]

    /// All of them.
    public var description: String {
        "The server cannot speak TLS: " + mistakes.joined(separator: " ")
    }
}
