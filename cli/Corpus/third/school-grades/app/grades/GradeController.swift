import Fledge

@Controller struct GradeController {
    let grades: GradeBook
    let reports: any ReportWriter

    /// Enters a mark.
    @POST func enter(body: NewGrade) async throws -> Created<Grade> {
        Created(try await grades.enter(body))
    }

    @GET("/:pupil") func list(pupil: String) async throws -> [Grade] {
        try await grades.of(pupil)
    }

    /// The report, as data or as a sheet to print.
    @GET("/:pupil/report") func report(pupil: String, format: Format = .json) async throws -> Fledge.Response {
        let lines = reports.report(on: try await grades.of(pupil))
        switch format {
        case .json: return .json(lines)
        case .txt: return .text(lines.map(row).joined(separator: "\n"))
        case .csv:
            let rows = lines.map { "\($0.subject);\($0.mark)" }
            return .text((["subject;mark"] + rows).joined(separator: "\r\n"))
                .header("Content-Type", "text/csv")
        }
    }

    enum Format: String { case json, txt, csv }

    private func row(_ line: ReportLine) -> String {
        let dots = String(repeating: ".", count: max(1, 30 - line.subject.count))
        return "\(line.subject) \(dots) \(line.mark)\(line.passed ? "" : " (!)")"
    }
}

extension GradeError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .nobody(let name): Problem(.notFound, "There are no grades of \(name).")
        case .tooMany(let subject): Problem(.conflict, "Enough grades in \(subject).", code: "too_many")
        }
    }
}
