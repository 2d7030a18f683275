import Fledge

@Route struct PayslipRoute {
    let payslips: PayslipService

    func GET(id: Int, month: Int) async throws -> HTML {
        HTML("<pre>\(HTML.escape(try await payslips.text(of: id, month: month)))</pre>")
    }
}
