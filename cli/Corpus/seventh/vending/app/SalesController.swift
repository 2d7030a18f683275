import Fledge
import Foundation

@Controller struct SalesController {
    let machines: MachineService

    /// All sales since a time, as a table.
    @GET func table(since: Date?) async -> String {
        let sold = await machines.all().flatMap(\.sales).filter {
            since == nil || $0.at >= since ?? $0.at
        }
        var lines = ["item;price;time"]
        var total = 0
        for entry in sold where entry.delivered {
            let rest = String(entry.price % 100)
            let price = "\(entry.price / 100).\(rest.count < 2 ? "0" + rest : rest)"
            let name = entry.item.contains(";") ? "\"\(entry.item)\"" : entry.item
            lines.append("\(name);\(price);\(entry.at.formatted(.iso8601))")
            total += entry.price
        }
        lines.append("total;\(total / 100);")
        return lines.joined(separator: "\n")
    }
}
