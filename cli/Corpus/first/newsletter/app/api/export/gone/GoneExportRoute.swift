import Fledge

@Route struct GoneExportRoute {
    let subscribers: SubscriberService

    func GET(lang: String?) async throws -> Response {
        let former = try await subscribers.list(active: false)
        var text = "email,language,since\n"
        for person in former {
            if let lang, person.language != lang { continue }
            let mail = person.email.contains(",") ? "\"\(person.email)\"" : person.email
            text += mail + "," + person.language + ","
            text += String(person.since / 86_400) + "\n"
        }
        var answer = Response(.ok, body: "\(text)")
        answer.headers[.contentType] = "text/csv; charset=utf-8"
        answer.headers["Content-Disposition"] = "attachment; filename=\"gone.csv\""
        return answer
    }
}
