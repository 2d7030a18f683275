import Fledge

struct Pay: Sendable, Equatable {
    let gross: Int
    let net: Int
}

enum PayrollError: Error, Equatable {
    case nobody(Int)
    case notEmployed(month: Int)

    var status: Status {
        switch self {
        case .nobody: .notFound
        case .notEmployed: .conflict
        }
    }

    var message: String {
        switch self {
        case .nobody(let id): "There is no employee \(id)."
        case .notEmployed(let month): "Not employed in month \(month)."
        }
    }
}

struct PayrollService: Sendable {
    let store: StaffStore

    func pay(of id: Int, month: Int) async throws -> Pay {
        guard let employee = await store.employees[id] else { throw PayrollError.nobody(id) }
        guard month >= employee.since else { throw PayrollError.notEmployed(month: month) }
        let gross = employee.salary + (month % 12 == 0 ? employee.salary : 0)
        return Pay(gross: gross, net: gross - gross * 106 / 1000 - Self.tax(on: gross))
    }

    private static func tax(on gross: Int) -> Int {
        switch gross {
        case ..<400_000: 0
        case ..<800_000: (gross - 400_000) / 10
        default: 40_000 + (gross - 800_000) / 5
        }
    }
}
