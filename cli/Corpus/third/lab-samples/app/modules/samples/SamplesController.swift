import Fledge
import Lab

@Controller struct SamplesController {
    let intake: any SampleIntake
    let results: ResultBoard

    @POST func receive(body: NewSample) async throws -> Created<Sample> {
        let sample = try await intake.receive(body)
        return Created(sample, at: "/samples/\(sample.barcode)")
    }

    @GET("/:barcode") func show(barcode: String) async throws -> Sample {
        guard let sample = await intake.find(barcode) else {
            throw Problem(.notFound, "No sample has the barcode \(barcode).")
        }
        return sample
    }

    /// All values of a sample, as the doctor's screen shows them.
    @GET("/:barcode/results") func values(barcode: String) async throws -> [ResultRow] {
        guard await intake.find(barcode) != nil else {
            throw Problem(.notFound, "No sample has the barcode \(barcode).")
        }
        return await results.of(barcode).map(ResultRow.init)
    }
}

/// A value as people read it: the service says whether it is high, this says how that looks.
struct ResultRow: Encodable, Sendable {
    let analyte: String
    let text: String
    let arrow: String

    init(_ value: LabValue) {
        analyte = value.analyte
        let whole = value.milli / 1000
        let rest = String(value.milli % 1000)
        text = "\(whole).\(String(repeating: "0", count: 3 - rest.count))\(rest) \(value.unit)"
        switch value.flag {
        case .low: arrow = "↓"
        case .normal: arrow = ""
        case .high: arrow = "↑"
        }
    }
}
