import FledgeSchema

@Schema struct Reading: Equatable {
    var meter: Int
    var hour: Int
    var wattHours: Int
}

@Schema struct NewReading {
    @Field(.range(0...23)) var hour: Int
    @Field(.range(0...9_999_999)) var wattHours: Int
}

protocol ReadingTable: Sendable {
    func last(of meter: Int) async throws -> Reading?
    func append(_ reading: Reading) async throws
}

struct ReadingLog: Sendable {
    let table: any ReadingTable

    /// Keeps a reading. Meters only count up.
    func add(_ new: NewReading, to meter: Meter) async throws -> (reading: Reading, used: Int) {
        let last = try await table.last(of: meter.id)?.wattHours ?? 0
        guard new.wattHours >= last else { throw MeterError.goesBackwards(last: last) }
        let reading = Reading(meter: meter.id, hour: new.hour, wattHours: new.wattHours)
        try await table.append(reading)
        return (reading, new.wattHours - last)
    }
}

/// What a kilowatt hour costs, in tenths of a cent.
struct TariffCalculator: Sendable {
    var peak = 342
    var night = 214

    func price(wattHours: Int, hour: Int) -> Int {
        let rate = (6..<22).contains(hour) ? peak : night
        return wattHours * rate / 1000
    }
}
