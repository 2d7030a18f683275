import Fledge
import GenealogyServices

func makeApp(archive: Archive, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.use("/persons", PersonController(persons: PersonService(archive: archive)))
    app.use("/sources", SourceController(sources: SourceService(archive: archive)))
    return app
}

extension TreeError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noPerson(let id): Problem(.notFound, "Nobody has the number \(id).")
        case .noSource(let id): Problem(.notFound, "No source has the number \(id).")
        case .ownAncestor: Problem(.conflict, "Nobody is their own ancestor.", code: "cycle")
        case .tooYoung: Problem(.conflict, "A parent is at least twelve.", code: "too_young")
        case .cited(let source): Problem(.conflict, "Source \(source) names them.", code: "cited")
        }
    }
}
