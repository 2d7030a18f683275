import FledgeSchema

@Schema struct Employee: Hashable, Sendable {
    let id: Int
    let name: String
    let salary: Int
    /// The first month, counted from January 2000.
    let since: Int
}

@Schema struct NewEmployee: Sendable {
    @Field(.length(1...80)) var name: String
    @Field(.range(100_000...5_000_000)) var salary: Int
    @Field(.range(0...1200)) var since: Int
}

struct StaffService: Sendable {
    let store: StaffStore

    func list() async throws -> [Employee] { await store.employees.values.sorted { $0.name < $1.name } }
    func hire(_ new: NewEmployee) async throws -> Employee { await store.add(new) }
}

actor StaffStore {
    private(set) var employees: [Int: Employee] = [:]

    func add(_ new: NewEmployee) -> Employee {
        let employee = Employee(id: employees.count + 1, name: new.name, salary: new.salary, since: new.since)
        employees[employee.id] = employee
        return employee
    }
}
