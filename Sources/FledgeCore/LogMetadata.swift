// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Logging
import Synchronization

/// The metadata of a route's log lines, made once: a line sets its id in it, without hashing.
///
/// The dictionary is lent from line to line. A line that finds it lent already, and the line after
/// one whose handler has kept the dictionary, copy it, as every line would do otherwise: writing to a
/// dictionary that somebody else holds too makes a copy.
final class LogMetadata: Sendable {
    private let template: Logger.Metadata
    private let id: Logger.Metadata.Index?
    private let spare = Mutex<Logger.Metadata?>(nil)

    init(route: String?) {
        var template: Logger.Metadata = ["request-id": ""]
        if let route { template["route"] = .string(route) }
        self.template = template
        id = template.index(forKey: "request-id")
    }

    /// Calls `body` with the metadata of a line.
    ///
    /// Nobody ever waits for the lock: who does not get it makes a dictionary of its own.
    func with(requestID: String, _ body: (Logger.Metadata) -> Void) {
        var metadata = template
        spare.withLockIfAvailable { spare in
            if let lent = spare.take() { metadata = lent }
        }
        if let id { metadata.values[id] = .string(requestID) }
        body(metadata)
        spare.withLockIfAvailable { $0 = metadata }
    }
}
