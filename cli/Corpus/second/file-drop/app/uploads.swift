import Fledge

func uploads(_ app: App, _ drops: DropService) {
    // As multer's `upload.single("file")`.
    app.post("/drops", body: .mebibytes(20)) { request in
        guard request.headers[.contentType]?.hasPrefix("multipart/form-data") == true else {
            throw Problem(.unsupportedMediaType, "Send a form with a file.")
        }
        let form = try await request.decode(NewDrop.self)
        let drop = try await drops.keep(form)
        // Browsers come from the form and go to the page; programs want the document.
        if Accept(request.headers[.accept]).best(of: [.html, .json]) == .html {
            return Response(.seeOther).header(.location, "/d/\(drop.token)")
        }
        return Response.json(drop, status: .created).header(.location, "/d/\(drop.token)")
    }

    app.delete("/drops/:token") { request in
        try await drops.remove(request.parameter("token") ?? "")
        return Response(.noContent)
    }
}
