import Fledge

@Route struct SquaresRoute {
    let days: DayService

    /// The season as an HTML list, for the town's page.
    func GET() -> HTML {
        var months: [String: [MarketDay]] = [:]
        for day in days.days { months[String(day.date.prefix(7)), default: []].append(day) }
        var html = ""
        for month in months.keys.sorted() {
            html += "<h2>\(month)</h2><ul>"
            for day in months[month, default: []].sorted(by: { $0.date < $1.date }) {
                html += "<li><time>\(day.date)</time> \(HTML.escape(day.square))</li>"
            }
            html += "</ul>"
        }
        return HTML("<main>\(html)</main>")
    }
}
