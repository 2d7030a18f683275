import Fledge

func downloads(_ app: App, _ drops: DropService) {
    app.get("/d/:token") { request in
        let drop = try await drops.find(request.parameter("token") ?? "")
        let left = drop.downloads.map { "\($0 - drop.taken) of \($0) downloads left" } ?? "no limit"
        return HTML("<h1>\(HTML.escape(drop.name))</h1><p>\(size(drop.size)), \(left)</p><a href=\"/d/\(drop.token)/raw\">Download</a>")
    }

    app.get("/d/:token/raw") { request in
        let (drop, path) = try await drops.take(request.parameter("token") ?? "")
        // Only pictures are shown; everything else is saved, so that no page of a stranger runs here.
        let inline = drop.type.hasPrefix("image/") && drop.type != "image/svg+xml"
        return File(path, download: inline ? nil : drop.name)
    }
}

/// Bytes as people say them.
private func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1024: "\(bytes) B"
    case ..<1_048_576: "\(bytes / 1024) KiB"
    default: "\(bytes / 1_048_576) MiB"
    }
}
