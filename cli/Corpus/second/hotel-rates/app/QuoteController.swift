import Fledge

@Schema struct Quote: Sendable {
    let cents: Int
    let currency: String
}

@Controller struct QuoteController {
    let rates: RateService
    let stays: StayService

    /// What some nights in a room cost.
    @GET func quote(room: Int, from: Int, nights: Int, request: Request) async throws -> Quote {
        let base = try await rates.base(of: room)
        let currency = rates.currency(for: request.headers)
        return Quote(cents: rates.convert(total(base: base, from: from, nights: nights), to: currency), currency: currency)
    }

    /// When else the room could be had.
    @GET("/alternatives") func alternatives(room: Int, around: Int) async throws -> [String: [String]] {
        let busy = try await stays.occupied(room)
        var options: [String] = []
        var opening: Int? = nil
        for day in around...(around + 14) {
            let available = !busy.contains(day) && day < around + 14
            if available, opening == nil {
                opening = day
            } else if !available, let start = opening {
                let end = day - 1
                options.append(start == end ? "\(start)" : "\(start)-\(end)")
                opening = nil
            }
        }
        return ["options": options]
    }
}

extension QuoteController {
    /// Weekends cost more, and a week costs less.
    private func total(base: Int, from: Int, nights: Int) -> Int {
        let sum = (from..<(from + nights)).reduce(0) { sum, night in
            night % 7 >= 5 ? sum + base * 125 / 100 : sum + base
        }
        return nights >= 7 ? sum * 9 / 10 : sum
    }
}
