import Fledge

@Route struct PayRoute {
    let payroll: PayrollService

    /// What one month comes to; gross or net, as the reader likes.
    func GET(id: Int, month: Int, net: Bool = true) async throws -> [String: Int] {
        let pay = try await payroll.pay(of: id, month: month)
        return net ? ["net": pay.net] : ["gross": pay.gross, "deductions": pay.gross - pay.net]
    }
}
