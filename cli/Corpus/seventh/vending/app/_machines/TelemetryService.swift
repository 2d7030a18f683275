import Fledge
import Foundation

/// What machines report of themselves.
struct TelemetryService: Sendable {
    let machines: MachineService

    func ingest(_ request: Request) async throws -> Response {
        guard let serial = request.parameter("serial") else { return Response(.notFound) }
        let report = try await request.decode(Report.self)
        let sale = Sale(
            item: report.item, price: report.price, at: report.at, delivered: report.dropped)
        try await machines.sold(sale, by: serial, at: report.temperature)
        return Response(.accepted)
    }
}

@Schema struct Report: Sendable {
    var item: String
    @Field(.range(0...5000)) var price: Int
    var at: Date
    var dropped: Bool
    var temperature: Double
}
