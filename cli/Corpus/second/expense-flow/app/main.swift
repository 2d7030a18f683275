import Fledge

await serve { makeApp(ledger: Ledger()) }
