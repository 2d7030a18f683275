// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Why a port could not be opened.
struct PortError {
    let host: String
    let port: Int
    let error: any Error

    var asCommandError: CommandError {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            let owner = PortOwner.find(port).map { " by \($0)" } ?? ""
            return CommandError(
                "Port \(port) of \(host) is in use\(owner).",
                remedy: "Stop what uses it, or choose another one: fledge dev --port \(port &+ 1)")
        case EACCES:
            return CommandError(
                "This user may not open port \(port).",
                remedy:
                    "Ports below 1024 are the system's. Choose another one: fledge dev --port 3000")
        default:
            return CommandError("Port \(port) of \(host) could not be opened: \(error)")
        }
    }
}

/// Who listens on a port, as far as `/proc` tells.
enum PortOwner {
    /// `node (pid 4711)`; nil when it is another user's, or the system has no `/proc`.
    static func find(_ port: Int) -> String? {
        let sockets = Set(
            ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { inodes(in: $0, port: port) })
        guard !sockets.isEmpty else { return nil }
        for pid in names(in: "/proc") where Int(pid) != nil {
            let folder = "/proc/\(pid)/fd"
            let owns = names(in: folder).contains { name in
                let link = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "\(folder)/\(name)")
                return link.map { sockets.contains($0) } ?? false
            }
            guard owns else { continue }
            let name = Paths.text("/proc/\(pid)/comm")?.trimmingEnd() ?? "a program"
            return "\(name) (pid \(pid))"
        }
        return nil
    }

    /// The listening sockets of a port, as links to them look.
    private static func inodes(in table: String, port: Int) -> [String] {
        let hex = String(port, radix: 16, uppercase: true)
        let ending = ":" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        return wholeText(of: table).split(separator: "\n").compactMap { line in
            let columns = line.split(separator: " ")
            guard columns.count > 9, columns[1].hasSuffix(ending), columns[3] == "0A" else {
                return nil
            }
            return "socket:[\(columns[9])]"
        }
    }

    /// All of a table in `/proc`.
    ///
    /// The kernel gives it in pieces of whole lines, each shorter than asked for, and Foundation takes the first
    /// such piece for the end of the file: with some thirty sockets on the machine, a port may be in the second.
    private static func wholeText(of table: String) -> String {
        guard let file = fopen(table, "r") else { return "" }
        defer { fclose(file) }
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 {
            text += piece[..<count]
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
