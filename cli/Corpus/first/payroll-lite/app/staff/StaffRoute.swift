import Fledge

@Route struct StaffRoute {
    let staff: StaffService

    func GET() async throws -> [Employee] { try await staff.list() }

    func POST(body: NewEmployee) async throws -> Created<Employee> {
        let employee = try await staff.hire(body)
        return Created(employee, at: "/staff/\(employee.id)")
    }
}
