import Fledge
import FledgeSQLite
import Pharmacy
import PharmacySQL

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["PHARMACY_DB"] ?? "pharmacy.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    let shelves = SQLShelves(database)
    return pharmacyApp(Services(shelves: shelves, clerk: Dispensary(shelves: shelves)), database)
}

func pharmacyApp(_ services: Services, _ database: Database?) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/drugs", DrugController(inventory: services.inventory))
    app.use("/dispensings", DispensingController(clerk: services.clerk, inventory: services.inventory))
    if let database { app.use("/reports", ReportController(source: ReportSource(database: database))) }
    return app
}
