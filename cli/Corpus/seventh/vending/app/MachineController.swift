import Fledge
import Foundation

@Controller struct MachineController {
    let machines: MachineService
    let pricing: any Pricing

    @GET func list() async -> [Machine] { await machines.all() }

    @POST func add(body: NewMachine) async throws -> Response {
        let code = body.serial
        if code.count != 8 || !code.allSatisfy({ $0.isHexDigit && !$0.isLowercase }) {
            return Response(.badRequest)
        }
        switch body.slots {
        case 1...60: break
        default: return Response(.unprocessableContent)
        }
        let machine = try await machines.add(body)
        return Response.json(machine, status: .created)
    }

    @PUT("/:serial/place") func rename(serial: String, body: String) async throws -> Machine {
        try await machines.rename(serial, to: body)
    }

    @GET("/:serial/price") func price(serial: String, item: String, hour: Int = 12) async throws
        -> Int
    {
        let machine = try await machines.find(serial)
        return pricing.price(of: item, at: machine.place, hour: hour)
    }

    /// Which machines want a visit.
    @GET("/rounds") func rounds() async -> [Stop] {
        await machines.all().compactMap { machine in
            let sold = machine.sales.count
            if sold * 10 >= machine.capacity * 9 || machine.temperature > 8 {
                return Stop(serial: machine.serial, urgent: true)
            }
            return sold * 2 >= machine.capacity ? Stop(serial: machine.serial, urgent: false) : nil
        }
    }

    /// The sales of a machine as a table.
    @GET("/:serial/sales.csv") func export(serial: String) async throws -> String {
        let machine = try await machines.find(serial)
        var rows = ["item;price;time"]
        var sum = 0
        for sale in machine.sales where sale.delivered {
            let cents = String(sale.price % 100)
            let amount = "\(sale.price / 100).\(cents.count < 2 ? "0" + cents : cents)"
            let item = sale.item.contains(";") ? "\"\(sale.item)\"" : sale.item
            rows.append("\(item);\(amount);\(sale.at.formatted(.iso8601))")
            sum += sale.price
        }
        rows.append("total;\(sum / 100);")
        return rows.joined(separator: "\n")
    }
}

@Schema struct Stop: Hashable, Sendable {
    var serial: String
    var urgent: Bool
}
