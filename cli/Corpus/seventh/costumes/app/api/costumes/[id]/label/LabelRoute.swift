import CostumesCore
import Fledge

@Route struct LabelRoute {
    let labels: LabelService

    func GET(id: Int) async throws -> Response { try await labels.label(id) }
}
