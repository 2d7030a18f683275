// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Where to listen: arguments before environment before defaults.
struct ListenAddress: Hashable {
    let host: String
    let port: Int

    init(host: String?, port: Int?, environment: Environment) throws {
        self.host = host ?? environment["HOST"].flatMap { $0.isEmpty ? nil : $0 } ?? "127.0.0.1"
        if let port {
            guard (0...65_535).contains(port) else {
                throw ListenError(invalidPort: "\(port)", from: "The argument 'port'")
            }
            self.port = port
        } else if let text = environment["PORT"], !text.isEmpty {
            guard let port = Int(text), (0...65_535).contains(port) else {
                throw ListenError(invalidPort: text, from: "The environment variable PORT")
            }
            self.port = port
        } else {
            self.port = 3000
        }
    }

    /// As a browser takes it: IPv6 addresses in brackets.
    func url(scheme: String = "http", port: Int) -> String {
        host.contains(":") ? "\(scheme)://[\(host)]:\(port)" : "\(scheme)://\(host):\(port)"
    }
}

/// How many threads serve: the argument, else `THREADS`, else as many as there are cores.
struct ThreadCount: Hashable {
    let value: Int

    private static let range = 1...1024

    init(_ threads: Int?) throws {
        guard let threads else {
            value = CoreCount.available
            return
        }
        guard Self.range.contains(threads) else {
            throw ListenError(invalidThreads: "\(threads)", from: "The argument 'threads'")
        }
        value = threads
    }

    init(_ threads: Int?, environment: Environment) throws {
        guard threads == nil, let text = environment["THREADS"], !text.isEmpty else {
            try self.init(threads)
            return
        }
        guard let threads = Int(text), Self.range.contains(threads) else {
            throw ListenError(invalidThreads: text, from: "The environment variable THREADS")
        }
        try self.init(threads)
    }
}
