/// Decides which devices may speak, and how often.
public struct Provisioner: Sendable {
    static let intervals = ["indoor": 300, "outdoor": 900, "cellar": 3600]

    let registry: any Registry

    public init(registry: any Registry) { self.registry = registry }

    public func answer(_ request: Request) async throws -> Grant {
        guard let interval = Self.intervals[request.model] else { throw ProvisionError.unknownModel(request.model) }
        guard try await !registry.isRevoked(request.serial) else { throw ProvisionError.revoked }
        return Grant(device: request.serial.lowercased(), interval: interval)
    }
}
