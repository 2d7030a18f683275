import Fledge
import LeaveServices

@Controller struct BalanceController {
    let balances: BalanceService

    @GET("/me") func mine(employee: Employee) async throws -> Balance {
        try await balances.balance(of: employee.id)
    }
}
