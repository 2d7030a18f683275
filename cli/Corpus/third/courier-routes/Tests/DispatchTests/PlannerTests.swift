import Testing

@testable import Dispatch

actor Bag: Stops {
    var parcels: [Parcel] = []
    func add(_ parcel: Parcel) -> Parcel {
        var parcel = parcel
        parcel.id = parcels.count + 1
        parcels.append(parcel)
        return parcel
    }
    func find(_ id: Int) -> Parcel? { parcels.first { $0.id == id } }
    func open() -> [Parcel] { parcels.filter { !$0.isDelivered } }
    func save(_ parcel: Parcel) { parcels[parcel.id - 1] = parcel }
}

private func parcel(_ zip: String) -> NewParcel { NewParcel(zip: zip, street: "Elm 1", grams: 800) }

@Test func `north and south are told by the zip, and nothing is delivered twice`() async throws {
    let planner = Planner(stops: Bag())
    #expect(try await planner.add(parcel("10115")).depot == "north")
    #expect(try await planner.add(parcel("80331")).depot == "south")
    #expect(try await planner.delivered(1).isDelivered)
    await #expect(throws: DispatchError.delivered(1)) { try await planner.delivered(1) }
}

@Test func `the nearest comes next`() {
    let all = ["10000", "90000", "20000"].enumerated()
        .map { Parcel(id: $0.offset, new: parcel($0.element), depot: "north") }
    #expect(RouteOptimizer().order(all).map(\.zip) == ["10000", "20000", "90000"])
}
