import Fledge

@Route struct PosterRoute {
    let days: DayService

    func GET() -> HTML {
        var groups: [String: [MarketDay]] = [:]
        for entry in days.days { groups[String(entry.date.prefix(7)), default: []].append(entry) }
        var body = ""
        for key in groups.keys.sorted() {
            body += "<h2>\(key)</h2><ul>"
            for entry in groups[key, default: []].sorted(by: { $0.date < $1.date }) {
                body += "<li><time>\(entry.date)</time> \(HTML.escape(entry.square))</li>"
            }
            body += "</ul>"
        }
        return HTML("<article class=\"poster\">\(body)</article>")
    }
}
