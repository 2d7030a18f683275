/// Pay as a page to print.
struct PayslipService: Sendable {
    let payroll: PayrollService

    func text(of id: Int, month: Int) async throws -> String {
        let pay = try await payroll.pay(of: id, month: month)
        let rows = [("Gross", pay.gross), ("Deductions", pay.net - pay.gross), ("Net", pay.net)]
        return rows.map { "\($0.0): \($0.1 / 100)" }.joined(separator: "\n")
    }
}
