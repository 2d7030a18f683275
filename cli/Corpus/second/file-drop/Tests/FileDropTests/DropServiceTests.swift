import Foundation
import Testing

@testable import FileDrop

/// The rules, on a folder of their own.
@Suite struct DropServiceTests {
    let drops = DropService(vault: DiskVault(folder: NSTemporaryDirectory() + UUID().uuidString), makeToken: { "t" })

    @Test func `a drop is taken as often as it may be`() async throws {
        let offer = DropService.Offer(name: "../a.txt", type: "text/plain", downloads: 1)
        #expect(try await drops.keep(offer, bytes: [65]).name == "..a.txt")
        #expect(try await drops.take("t").0.taken == 1)
        await #expect(throws: DropError.gone) { try await drops.take("t") }
        try await drops.remove("t")
        await #expect(throws: DropError.unknown) { try await drops.find("t") }
    }

    @Test func `a program is not taken`() async throws {
        let offer = DropService.Offer(name: "a.exe", type: "application/x-msdownload", downloads: nil)
        await #expect(throws: DropError.notThatKind("application/x-msdownload")) {
            try await drops.keep(offer, bytes: [])
        }
    }
}
