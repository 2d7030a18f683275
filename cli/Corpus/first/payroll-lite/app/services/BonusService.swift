/// A tenth of a salary for each five years.
struct BonusService: Sendable {
    func bonus(for employee: Employee, month: Int) -> Int {
        let years = max(0, month - employee.since) / 12
        return employee.salary / 10 * (years / 5)
    }
}
