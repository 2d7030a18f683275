import Fledge

@Route struct OrdersRoute {
    let orders: OrderService

    /// The orders of a household.
    func GET(household: String) async -> [Order] {
        await orders.all().filter { $0.household == household }
    }

    /// Orders wood.
    func POST(body: NewOrder) async throws -> Response {
        var errors: [String: String] = [:]
        func require(_ name: String, _ value: Int, in range: ClosedRange<Int>) {
            if !range.contains(value) {
                errors[name] = "\(range.lowerBound) to \(range.upperBound)"
            }
        }
        require("steres", body.steres, in: 1...12)
        require("length", body.length, in: 25...100)
        if !errors.isEmpty {
            return Response.json(errors, status: .unprocessableContent)
        }
        guard body.zip.count == 4, body.zip.allSatisfy(\.isNumber), body.email.contains("@") else {
            throw Problem(.unprocessableContent, "Zip or address is wrong.", code: "contact")
        }

        let before = await orders.all().filter { $0.household == body.household }
        let taken = before.reduce(0) { $0 + $1.steres }
        if taken + body.steres > 15 {
            throw Problem(.conflict, "\(15 - taken) steres are left for you.", code: "quota")
        }

        var each = 11_000
        if body.wood == .oak { each = 12_500 } else if body.wood == .spruce { each = 8_000 }
        if body.length < 33 { each += 1_500 }
        var price = each * body.steres
        price += body.kilometres <= 15 ? 0 : (body.kilometres - 15) * 250
        if before.count >= 3 { price -= price / 20 }

        let order = await orders.place(body, price: price)
        return Response.json(order, status: .created)
    }
}
