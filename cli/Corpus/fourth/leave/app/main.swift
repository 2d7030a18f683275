import Fledge
import LeaveServices

await serve {
    let environment = try Environment.load()
    let ledger = InMemoryLedger(allowance: 25)
    return makeApp(Services(ledger: ledger), cronSecret: environment["CRON_SECRET"] ?? "")
}
