#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

protocol Vault: Sendable {
    func count() async throws -> Int
    func read(_ token: String) async throws -> Drop?
    func write(_ drop: Drop, bytes: [UInt8]?) async throws
    func remove(_ token: String) async throws
    func path(of token: String) -> String
}

/// A folder with two files for each drop.
struct DiskVault: Vault {
    let folder: String

    func path(of token: String) -> String { "\(folder)/\(token).bin" }
    private func card(of token: String) -> URL { URL(filePath: "\(folder)/\(token).json") }

    func count() throws -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: folder).count / 2) ?? 0
    }

    func read(_ token: String) throws -> Drop? {
        guard let data = try? Data(contentsOf: card(of: token)) else { return nil }
        return try JSONDecoder().decode(Drop.self, from: data)
    }

    func write(_ drop: Drop, bytes: [UInt8]?) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try JSONEncoder().encode(drop).write(to: card(of: drop.token))
        if let bytes { try Data(bytes).write(to: URL(filePath: path(of: drop.token))) }
    }

    func remove(_ token: String) throws {
        try FileManager.default.removeItem(at: card(of: token))
        try FileManager.default.removeItem(atPath: path(of: token))
    }
}
