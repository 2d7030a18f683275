import Fledge

@Route struct ActiveExportRoute {
    let subscribers: SubscriberService

    func GET(language: String?) async throws -> Response {
        let list = try await subscribers.list(active: true)
        var csv = "email,language,since\n"
        for subscriber in list {
            if let language, subscriber.language != language { continue }
            let address = subscriber.email.contains(",") ? "\"\(subscriber.email)\"" : subscriber.email
            csv += address + "," + subscriber.language + ","
            csv += String(subscriber.since / 86_400) + "\n"
        }
        var response = Response(.ok, body: "\(csv)")
        response.headers[.contentType] = "text/csv; charset=utf-8"
        response.headers["Content-Disposition"] = "attachment; filename=\"active.csv\""
        return response
    }
}
