import IoTBeaconCore
import Testing

/// The rules of telemetry, on whatever fulfils the protocol.
@Suite struct TelemetryTests {
    private func check(_ telemetry: some Telemetry) async throws {
        let alarms = try await telemetry.record([Reading(celsius: 90, battery: 5)], from: "d")
        #expect(alarms.map(\.kind) == [.hot, .empty])
        #expect(try await telemetry.latest(of: "d")?.battery == 5)
        var stream = telemetry.alarms().makeAsyncIterator()
        #expect(await stream.next()?.kind == .hot)
    }

    @Test func `what is hot or empty is an alarm`() async throws {
        try await check(Hub(registry: InMemoryRegistry()))
    }

    @Test func `a stolen device is told nothing`() async throws {
        let provisioner = Provisioner(registry: InMemoryRegistry(revoked: ["AB000001"]))
        await #expect(throws: ProvisionError.revoked) {
            try await provisioner.answer(Request(serial: "AB000001", model: "indoor"))
        }
        #expect(try await provisioner.answer(Request(serial: "AB000002", model: "cellar")).interval == 3600)
    }
}
