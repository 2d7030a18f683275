import Fledge
import FledgeData
import FledgeSQLite
import Foundation
import OpticCore

await serve {
    let database = try await Database.sqlite(path: "data/optic.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    let run = NightlyRun(
        recalls: RecallService(visits: []), stock: FrameStockService(wall: ["round": 2]))
    for line in await run.letters(on: Date()) + run.orders() { print(line) }
    let glasses = GlassesService(frames: ["round": 180, "square": 240])
    return makeApp(Services(glasses: glasses, database: database))
}
