import Fledge

await serve { school(Staffroom()) }

struct Staffroom: Sendable {
    var grades = GradeBook()
    var absences = AbsenceOffice()
    var surveys = SurveyBox()
    var reports: any ReportWriter = TermReport()
}

func school(_ room: Staffroom) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/grades", GradeController(grades: room.grades, reports: room.reports))
    app.use("/absences", AbsenceController(absences: room.absences))
    app.use("/surveys", SurveyController(surveys: room.surveys))
    return app
}
