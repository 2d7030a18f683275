import Testing

@testable import Lab

/// Written against the protocol, so that it fits whatever takes samples in.
private func intakes() -> [any SampleIntake] { [Bench.live(analysers: "A1").intake] }

@Suite struct LabTests {
    @Test func `a sample is taken once, and fresh`() async throws {
        for intake in intakes() {
            let new = NewSample(barcode: "12345674", material: "blood", analytes: ["HB"], hours: 70)
            #expect(try await intake.receive(new).analytes == ["HB"])
            await #expect(throws: LabError.known("12345674")) { try await intake.receive(new) }
            let stale = NewSample(barcode: "00000018", material: "urine", analytes: ["K"], hours: 25)
            await #expect(throws: LabError.tooOld(hours: 25)) { try await intake.receive(stale) }
        }
    }

    @Test(arguments: [("11000", LabValue.Flag.low), ("12000", .normal), ("17501", .high)])
    func `a value is low, normal or high`(milli: String, flag: LabValue.Flag) async throws {
        let board = Bench.live(analysers: "").results
        try await board.add(LabMessage(parsing: "12345674|HB|\(milli)|g/dl"))
        #expect(await board.of("12345674").map(\.flag) == [flag])
    }

    @Test func `an analyser is known or not`() async {
        let (queue, _) = (Bench.live(analysers: "A1,A2").queue, 0)
        await #expect(throws: LabError.noAnalyser("A3")) { try await queue.next(for: "A3") }
    }
}
