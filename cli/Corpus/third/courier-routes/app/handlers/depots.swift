import Dispatch
import Fledge

struct DepotHandlers: Sendable {
    let planner: Planner

    @Sendable func sheet(_ req: Request) async throws -> String {
        let name = req.parameter("name") ?? ""
        let stops = try await planner.stops(of: name)
        var minute = 8 * 60
        var lines = ["Sheet for \(name)"]
        for (number, stop) in stops.enumerated() {
            minute += 4 + stop.grams / 5_000
            let clock = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
            lines.append("\(number + 1). \(clock) \(stop.zip) \(stop.street)")
        }
        lines.append("\(stops.count) stops")
        return lines.joined(separator: "\n")
    }

    @Sendable func depotSheet(_ req: Request) async throws -> String {
        let depot = req.parameter("name") ?? ""
        let queue = try await planner.waiting(at: depot)
        var time = 8 * 60
        var output = ["Sheet for \(depot)"]
        for (index, parcel) in queue.enumerated() {
            time += 4 + parcel.grams / 5_000
            let at = "\(time / 60):\(time % 60 < 10 ? "0" : "")\(time % 60)"
            output.append("\(index + 1). \(at) \(parcel.zip) \(parcel.street)")
        }
        output.append("\(queue.count) stops")
        return output.joined(separator: "\n")
    }
}
