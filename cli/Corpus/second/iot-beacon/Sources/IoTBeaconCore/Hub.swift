/// What the routes need of telemetry.
public protocol Telemetry: Sendable {
    func record(_ readings: [Reading], from device: String) async throws -> [Alarm]
    func latest(of device: String) async throws -> Reading?
    func alarms() -> AsyncStream<Alarm>
}

public struct Hub: Telemetry {
    public let registry: any Registry
    private let stream = AsyncStream<Alarm>.makeStream()

    public init(registry: any Registry) { self.registry = registry }

    public func record(_ readings: [Reading], from device: String) async throws -> [Alarm] {
        var alarms: [Alarm] = []
        for reading in readings {
            if reading.celsius > 80 { alarms.append(Alarm(device: device, kind: .hot)) }
            if reading.battery < 10 { alarms.append(Alarm(device: device, kind: .empty)) }
        }
        if let last = readings.last { try await registry.keep(last, of: device) }
        alarms.forEach { stream.continuation.yield($0) }
        return alarms
    }

    public func latest(of device: String) async throws -> Reading? { try await registry.latest(of: device) }

    public func alarms() -> AsyncStream<Alarm> { stream.stream }
}

public protocol Registry: Sendable {
    func isRevoked(_ serial: String) async throws -> Bool
    func keep(_ reading: Reading, of device: String) async throws
    func latest(of device: String) async throws -> Reading?
}

public actor InMemoryRegistry: Registry {
    private let revoked: Set<String>
    private var readings: [String: Reading] = [:]

    public init(revoked: Set<String> = []) { self.revoked = revoked }
    public func isRevoked(_ serial: String) -> Bool { revoked.contains(serial) }
    public func keep(_ reading: Reading, of device: String) { readings[device] = reading }
    public func latest(of device: String) -> Reading? { readings[device] }
}
