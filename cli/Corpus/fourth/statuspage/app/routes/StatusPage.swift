import Fledge

struct StatusPage {
    let summary: Summary

    var html: String {
        let rows = summary.components.map { component in
            "<li class=\"\(component.state.rawValue)\">\(HTML.escape(component.name))</li>"
        }
        return "<h1>\(summary.headline)</h1><ul>\(rows.joined())</ul>"
    }
}

struct Badge {
    let label: String
    let color: String

    var svg: String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"20\">"
            + "<rect width=\"90\" height=\"20\" fill=\"\(color)\"/>"
            + "<text x=\"8\" y=\"14\" fill=\"#fff\">\(HTML.escape(label))</text></svg>"
    }
}
