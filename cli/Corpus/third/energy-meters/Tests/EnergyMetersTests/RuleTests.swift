import Testing

@testable import EnergyMeters

actor MemoryReadings: ReadingTable {
    var kept: [Reading] = []
    func last(of meter: Int) -> Reading? { kept.last { $0.meter == meter } }
    func append(_ reading: Reading) { kept.append(reading) }
}

struct OneMeter: MeterTable {
    let meter = Meter(id: 1, serial: "EM1", street: "Elm", isBlocked: false)
    func insert(_ new: NewMeter) -> Meter { meter }
    func row(_ id: Int) -> Meter? { id == 1 ? meter : nil }
    func rows(street: String) -> [Meter] { [meter] }
    func save(_ meter: Meter) {}
}

@Suite struct RuleTests {
    @Test func `a meter never counts down`() async throws {
        let log = ReadingLog(table: MemoryReadings())
        let meter = OneMeter().meter
        #expect(try await log.add(NewReading(hour: 1, wattHours: 500), to: meter).used == 500)
        await #expect(throws: MeterError.goesBackwards(last: 500)) {
            try await log.add(NewReading(hour: 2, wattHours: 400), to: meter)
        }
    }

    @Test func `an unknown meter is said to be one`() async {
        let meters = Meters(table: OneMeter())
        await #expect(throws: MeterError.unknown(2)) { try await meters.get(2) }
    }

    @Test func `nights are cheaper`() {
        let tariff = TariffCalculator()
        #expect(tariff.price(wattHours: 1000, hour: 3) < tariff.price(wattHours: 1000, hour: 12))
    }
}
