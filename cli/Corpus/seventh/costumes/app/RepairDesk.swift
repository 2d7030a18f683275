import CostumesCore
import Fledge

/// Sends worn costumes to the tailor at night.
struct RepairDesk: Service {
    let repairs: RepairService

    func run() async throws {
        while !Task.isCancelled {
            try await repairs.collect()
            try await Task.sleep(for: .seconds(3600))
        }
    }
}
