/// What the desk for leave requests can do; the routes know no more of it.
package protocol RequestDesk: Sendable {
    func list(visibleTo employee: Employee, offset: Int, limit: Int) async throws -> Window
    func find(_ id: Int, visibleTo employee: Employee) async throws -> Request?
    func submit(_ draft: Request.Draft, by employee: Employee) async throws -> Request
    func decide(_ id: Int, _ decision: Decision, by employee: Employee) async throws -> Request
    func expireStale() async throws -> Int
}

package struct Services: Sendable {
    package let requests: any RequestDesk
    package let balances: BalanceService

    package init(ledger: InMemoryLedger) {
        balances = BalanceService(ledger: ledger)
        requests = RequestService(ledger: ledger, balances: balances)
    }
}

package struct BalanceService: Sendable {
    let ledger: InMemoryLedger

    package func balance(of employee: Int) async throws -> Balance {
        let taken = await ledger.all.filter { $0.employee == employee && $0.state == .approved }
        let allowance = ledger.allowance
        return Balance(allowance: allowance, left: allowance - taken.reduce(0) { $0 + $1.days })
    }
}

struct RequestService: RequestDesk {
    let ledger: InMemoryLedger
    let balances: BalanceService

    func list(visibleTo employee: Employee, offset: Int, limit: Int) async throws -> Window {
        let visible = await ledger.all.filter {
            $0.employee == employee.id || $0.employee == employee.manages
        }
        return Window(items: Array(visible.dropFirst(offset).prefix(limit)), total: visible.count)
    }

    func find(_ id: Int, visibleTo employee: Employee) async throws -> Request? {
        await ledger.all.first {
            $0.id == id && ($0.employee == employee.id || $0.employee == employee.manages)
        }
    }

    func submit(_ draft: Request.Draft, by employee: Employee) async throws -> Request {
        let left = try await balances.balance(of: employee.id).left
        guard draft.days <= left else { throw LeaveError.notEnoughDays(left: left) }
        return await ledger.add(employee: employee.id, days: draft.days)
    }

    func decide(_ id: Int, _ decision: Decision, by employee: Employee) async throws -> Request {
        guard var request = await ledger.all.first(where: { $0.id == id }) else {
            throw LeaveError.unknown
        }
        guard request.employee == employee.manages else { throw LeaveError.notYourTeam }
        guard request.state == .pending else { throw LeaveError.alreadyDecided }
        request.state = decision.approve ? .approved : .declined
        await ledger.replace(request)
        return request
    }

    func expireStale() async throws -> Int {
        var count = 0
        for var request in await ledger.all where request.state == .pending {
            request.state = .expired
            await ledger.replace(request)
            count += 1
        }
        return count
    }
}

package actor InMemoryLedger {
    package nonisolated let allowance: Int
    var all: [Request] = []

    package init(allowance: Int) { self.allowance = allowance }

    func add(employee: Int, days: Int) -> Request {
        let request = Request(id: all.count + 1, employee: employee, days: days, state: .pending)
        all.append(request)
        return request
    }

    func replace(_ request: Request) {
        all = all.map { $0.id == request.id ? request : $0 }
    }
}
