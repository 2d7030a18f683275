import Fledge

@Controller struct InvoiceController {
    let jobs: JobDesk
    let invoices: Invoicing

    @GET("/:id") func show(id: Int) async throws -> Invoice {
        try invoices.invoice(for: try await jobs.find(id))
    }

    @GET("/clients/:client/volume") func volume(client: String) async -> Workload {
        var total = 0
        var directions: [String: Int] = [:]
        for order in await jobs.all() where order.client == client && order.state != .open {
            total += order.words
            directions["\(order.from)>\(order.to)", default: 0] += order.words
        }
        let length = (total + 1999) / 2000
        let top = directions.sorted { $0.value > $1.value }.prefix(3).map { "\($0.key): \($0.value)" }
        let text = top.isEmpty ? "nothing" : top.joined(separator: ", ")
        return Workload(words: total, days: length, summary: text)
    }
}
