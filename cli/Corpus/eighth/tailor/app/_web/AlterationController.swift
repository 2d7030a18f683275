import Fledge
import Foundation

@Schema struct Receipt: Sendable {
    var alteration: Alteration
    var cents: Int
}

@Controller struct AlterationController {
    let alterations: AlterationService
    let pricing: any Pricing
    let now: @Sendable () -> Date

    /// Takes a garment in.
    @POST func receive(body: NewAlteration) async throws -> Created<Receipt> {
        try check(body)
        let due = dueDate(for: body)
        let item = await alterations.add(body, due: due)
        var cents = pricing.cents(for: body.work, centimetres: body.centimetres)
        if body.express {
            cents += max(cents / 2, 800)
        }
        return Created(Receipt(alteration: item, cents: cents), at: "/alterations/\(item.id)")
    }

    @GET func list() async -> [Alteration] {
        await alterations.all()
    }

    @GET("/:id") func show(id: Int) async throws -> Alteration {
        try await alterations.find(id)
    }

    /// The label that is pinned to a garment.
    @GET("/:id/label") func label(id: Int) async throws -> String {
        let item = try await alterations.find(id)
        let name = item.customer.split(separator: " ").last.map(String.init) ?? item.customer
        let number = String(item.id)
        let padded = String(repeating: "0", count: max(0, 5 - number.count)) + number
        let work = item.work.rawValue.uppercased()
        return "\(padded) \(name) / \(work) \(Int(item.centimetres)) cm / \(item.state.rawValue)"
    }

    /// The slip for the customer.
    @GET("/:id/slip") func slip(id: Int) async throws -> HTML {
        let garment = try await alterations.find(id)
        let last = garment.customer.split(separator: " ").last.map(String.init) ?? garment.customer
        let digits = String(garment.id)
        let code = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        let task = garment.work.rawValue.uppercased()
        let line =
            "\(code) \(last) / \(task) \(Int(garment.centimetres)) cm / \(garment.state.rawValue)"
        return HTML("<h1>Tailor</h1><p>\(HTML.escape(line))</p>")
    }

    /// Says that a garment hangs ready.
    @POST("/:id/ready") func ready(id: Int) async throws -> Alteration {
        try await alterations.move(id, to: .ready)
    }

    private func dueDate(for new: NewAlteration) -> Date {
        var days = new.express ? 2 : 7
        if new.work == .sleeves { days += 3 }
        return now().addingTimeInterval(Double(days) * 86_400)
    }

    private func check(_ new: NewAlteration) throws {
        guard new.phone.allSatisfy({ $0.isNumber || $0 == "+" || $0 == " " }),
            (6...20).contains(new.phone.count)
        else {
            throw Problem(.unprocessableContent, "This is no phone number.", code: "phone")
        }
        guard new.centimetres > 0 && new.centimetres <= 120 else {
            throw Problem(.unprocessableContent, "More than we can take in or let out.")
        }
    }
}
