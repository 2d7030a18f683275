import Fledge
import FledgeData
import FledgeSQLite

@main struct Server {
    static func main() async {
        await serve {
            let env = try Environment.load()
            let db = try await Database.sqlite(path: "gym.sqlite")
            try await Migrations(directory: "migrations").apply(to: db)
            return buildApp(Container.live(db, secret: env["CRON_SECRET"] ?? ""), env)
        }
    }
}

func buildApp(_ c: Container, _ env: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: env)
    app.use(RequestID(), RequestLog(), CORS(origins: ["https://gym.example"]))
    app.group("/classes") { classRouter($0, c) }
    app.group("/members") { memberRouter($0, c) }
    app.group("/internal") { internalRouter($0, c) }
    app.health()
    return app
}

/// Like req.app.locals was, with types.
struct Container: Sendable {
    let db: Database
    let schedule: Schedule
    let bookings: Bookings
    let members: MemberDirectory
    let reminders: Reminders
    let cronSecret: String

    static func live(_ db: Database, secret: String) -> Container {
        let gym = GymRepository(db: db)
        return Container(
            db: db, schedule: Schedule(repo: gym), bookings: Bookings(repo: gym),
            members: MemberDirectory(repo: gym), reminders: Reminders(repo: gym, send: { _ in }),
            cronSecret: secret)
    }
}
