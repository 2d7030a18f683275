// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import ProcessTesting
import Testing

/// The real program, as a process of its own.
struct ShopProcess {
    /// A folder for the data of one test, removed with the last reference.
    final class Folder {
        let path = NSTemporaryDirectory() + "shop-" + UUID().uuidString
        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        var database: String { path + "/shop.sqlite" }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    let url: String

    /// The package of the shop, where its migrations and its pages are.
    private static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
            .standardizedFileURL.path
    }

    /// Runs the program for something else than serving, to its end.
    static func order(
        _ variables: [String: String], data: Folder
    ) async throws -> Program.Outcome {
        let own = ["SHOP_DATABASE": data.database]
        return try await Program(built: "Shop").run(
            environment: variables.merging(own) { $1 }, directory: folder)
    }

    /// Runs the program on a free port while `body` uses it, then asks it to stop.
    ///
    /// - Returns: Its exit status.
    static func run(
        data: Folder, _ body: (ShopProcess) async throws -> Void
    ) async throws -> Int32 {
        try await Program(built: "Shop").run(
            environment: ["PORT": "0", "SHOP_DATABASE": data.database], directory: folder
        ) { program in
            let line = try #require(try await program.readLine(), "The program ended.")
            let url = try #require(line.split(separator: " ").first { $0.hasPrefix("http://") })
            try await body(ShopProcess(url: String(url)))
        }
    }

    /// Sends a request with curl: a client that shares no code with the server.
    func curl(_ arguments: String...) async throws -> (status: Int, body: String) {
        let outcome = try await Program("curl").run(
            ["-s", "-w", "\n%{http_code}"] + arguments.map { $0.hasPrefix("/") ? url + $0 : $0 })
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        return (Int(lines.last ?? "") ?? 0, lines.dropLast().joined(separator: "\n"))
    }
}
