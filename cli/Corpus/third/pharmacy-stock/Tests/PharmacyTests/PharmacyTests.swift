import Testing

@testable import Pharmacy

/// Shelves in memory.
actor Cupboard: Shelves {
    var kept: [String: Drug]
    var given: [Int: [String: Int]] = [:]

    init(_ drugs: Drug...) { kept = Dictionary(uniqueKeysWithValues: drugs.map { ($0.code, $0) }) }

    func drugs() -> [Drug] { kept.values.sorted { $0.name < $1.name } }
    func drug(_ code: String) -> Drug? { kept[code] }
    func save(_ drug: Drug) { kept[drug.code] = drug }
    func take(_ packs: [String: Int], doctor: String) throws -> Dispensing {
        for (code, count) in packs where (kept[code]?.packs ?? 0) < count {
            throw PharmacyError.short(code)
        }
        given[given.count + 1] = packs
        return Dispensing(id: given.count, doctor: doctor, packs: packs)
    }
    func giveBack(_ id: Int) -> Bool { given.removeValue(forKey: id) != nil }
}

@Suite struct PharmacyTests {
    let cupboard = Cupboard(
        Drug(code: "IBU0400", name: "Ibuprofen", packs: 3, isControlled: false, minimumAge: 6))

    @Test func `what is not there is not given`() async throws {
        let dispensary = Dispensary(shelves: cupboard)
        let two = Prescription(doctor: "Who", patientAge: 30, lines: [
            .init(code: "IBU0400", packs: 2), .init(code: "IBU0400", packs: 2),
        ])
        await #expect(throws: PharmacyError.short("IBU0400")) { try await dispensary.dispense(two) }
        await #expect(throws: PharmacyError.noDispensing(4)) { try await dispensary.undo(4) }
    }

    @Test(arguments: [-1, 501]) func `a shelf has bounds`(packs: Int) async {
        let sut = InventoryManager(shelves: cupboard)
        await #expect(throws: PharmacyError.outOfBounds) { try await sut.setPacks("IBU0400", to: packs) }
    }

    @Test func `nothing goes off`() async throws {
        #expect(try await ExpiryWatch(shelves: cupboard).answer(expiring: []).httpStatus == 204)
    }
}
