/// Keeps files for others to take.
struct DropService: Sendable {
    struct Offer: Sendable {
        let name: String
        let type: String
        let downloads: Int?
    }

    static let kinds: Set<String> = ["image/png", "image/jpeg", "image/svg+xml", "application/pdf", "text/plain"]
    static let capacity = 1_000

    let vault: any Vault
    var makeToken: @Sendable () -> String = { String(UInt64.random(in: .min ... .max), radix: 36) }

    func keep(_ offer: Offer, bytes: [UInt8]) async throws -> Drop {
        guard Self.kinds.contains(offer.type) else { throw DropError.notThatKind(offer.type) }
        guard try await vault.count() < Self.capacity else { throw DropError.full }
        let name = offer.name.filter { $0 != "/" && $0 != "\\" && $0 != "\"" }
        let drop = Drop(
            token: makeToken(), name: name.isEmpty ? "file" : name, type: offer.type, size: bytes.count,
            downloads: offer.downloads)
        try await vault.write(drop, bytes: bytes)
        return drop
    }

    func find(_ token: String) async throws -> Drop {
        guard let drop = try await vault.read(token) else { throw DropError.unknown }
        return drop
    }

    /// Counts, and says where the bytes are.
    func take(_ token: String) async throws -> (Drop, path: String) {
        var drop = try await find(token)
        if let limit = drop.downloads, drop.taken >= limit { throw DropError.gone }
        drop.taken += 1
        try await vault.write(drop, bytes: nil)
        return (drop, vault.path(of: token))
    }

    func remove(_ token: String) async throws {
        _ = try await find(token)
        try await vault.remove(token)
    }
}

enum DropError: Error, Equatable { case unknown, gone, full, notThatKind(String) }
