import Fledge

extension LaundryError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noMachine(let id): Problem(.notFound, "There is no machine \(id).")
        case .busy(let until):
            Problem(
                .conflict, "It runs until \(until).", code: "busy", headers: [.retryAfter: "60"])
        case .noMoney(let missing):
            Problem(.paymentRequired, "\(missing) cents are missing.", code: "no_money")
        }
    }
}

/// The number of a card, as the reader sends it: ten digits, the last of which checks the others.
struct CardNumber: RequestBindable {
    let id: Int

    static func bind(from request: Request, name: String) throws -> CardNumber {
        let digits = (request.headers["X-Card"] ?? "").compactMap(\.wholeNumberValue)
        guard digits.count == 10, digits.dropLast().reduce(0, +) % 10 == digits[9] else {
            throw Problem(.unauthorized, "The reader has not read that card right.")
        }
        return CardNumber(id: digits.dropLast().reduce(0) { $0 * 10 + $1 })
    }
}
