import Fledge

/// Passes and the days on which they open a gate.
package actor PassService {
    private var passes: [Int: Pass] = [:]

    package init() {}

    package func add(_ new: NewPass, tariff: Tariff) throws -> Pass {
        let pass = Pass(
            id: passes.count + 1, tariff: tariff, firstDay: new.firstDay, days: new.days,
            isBlocked: false)
        passes[pass.id] = pass
        return pass
    }

    package func find(_ id: Int) throws -> Pass {
        guard let pass = passes[id] else {
            throw Problem(.notFound, "There is no pass \(id).", code: "unknown_pass")
        }
        return pass
    }

    package func block(_ id: Int) throws -> Pass {
        var pass = try find(id)
        pass.isBlocked = true
        passes[id] = pass
        return pass
    }

    package func opens(_ id: Int, day: Int) throws -> Bool {
        let pass = try find(id)
        return !pass.isBlocked && (pass.firstDay..<pass.firstDay + pass.days).contains(day)
    }
}
