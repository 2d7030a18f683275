// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import Testing

/// The real program, as a process of its own.
final class ShopProcess {
    /// A folder for the data of one test, removed with the last reference.
    final class Folder {
        let path = NSTemporaryDirectory() + "shop-" + UUID().uuidString
        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private let process = Process()
    private let output = Pipe()
    let url: String

    /// Starts the program on a free port and waits for its ready line.
    init(data: Folder) throws {
        let shop = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        process.executableURL = try Self.binary
        process.currentDirectoryURL = shop.standardizedFileURL
        process.environment = ["PORT": "0", "SHOP_DATABASE": data.path + "/shop.sqlite"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failure(message: "The program ended: \(text)") }
            text += String(decoding: data, as: UTF8.self)
        }
        url = try #require(text.split { " \n".contains($0) }.first { $0.hasPrefix("http://") })
            .description
    }

    struct Failure: Error {
        var message: String
    }

    /// Beside the tests: SwiftPM builds both into one folder.
    private static var binary: URL {
        get throws {
            var folder = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
            for _ in 0..<6 {
                folder.deleteLastPathComponent()
                let binary = folder.appending(path: "Shop")
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: binary.path, isDirectory: &isFolder),
                    !isFolder.boolValue
                {
                    return binary
                }
            }
            throw Failure(message: "The program 'Shop' is not beside \(CommandLine.arguments[0]).")
        }
    }

    /// Asks the program to stop and gives its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// Sends a request with curl: a client that shares no code with the server.
    func curl(_ arguments: String...) async throws -> (status: Int, body: String) {
        let curl = Process()
        let pipe = Pipe()
        curl.executableURL = URL(filePath: "/usr/bin/env")
        curl.arguments =
            ["curl", "-s", "-w", "\n%{http_code}"]
            + arguments.map {
                $0.hasPrefix("/") ? url + $0 : $0
            }
        curl.standardOutput = pipe
        try curl.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        curl.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return (Int(lines.last ?? "") ?? 0, lines.dropLast().joined(separator: "\n"))
    }
}
