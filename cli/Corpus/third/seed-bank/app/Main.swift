import Fledge
import FledgeData
import FledgeSQLite
import Vault
import VaultSQL

await serve {
    let env = try Environment.load()
    let database = try await Database.sqlite(path: env["VAULT"] ?? "vault.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    let app = seedBank(Curators(stores: .sql(database)))
    app.health { try await database.ping() }
    return app
}

func seedBank(_ curators: Curators) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.group("/v1") { v1 in
        v1.use("/species", SpeciesResource(curator: curators.species))
        v1.use("/lots", LotResource(curator: curators.lots))
        v1.use("/donors", DonorResource(curator: curators.donors))
    }
    return app
}
