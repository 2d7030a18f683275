import Fledge
import Foundation

@Schema struct Picture {
    var file: UploadedFile
}

@Schema struct PictureLink {
    var url: String
}

func addTeamRoutes(to app: App, store: LeagueStore, uploads: String) {
    app.post("/teams") { request in
        let input = try await request.json([String: String].self)
        let name = input["name"] ?? ""
        if name.count < 3 || name.count > 30 {
            throw Problem(.unprocessableContent, "The name must have 3 to 30 characters.")
        }
        guard let code = input["code"], code.count == 3, code == code.uppercased() else {
            throw Problem(.unprocessableContent, "The code must be three capital letters.")
        }
        let team = try await store.addTeam("\(name) (\(code))")
        return Response.json(team, status: .created).header(.location, "/teams/\(team.id)")
    }

    app.get("/teams/:id") { request in
        let id = try request.parameter("id", as: Int.self)
        guard let team = try await store.team(id) else { throw LeagueError.noTeam(id) }
        return Response.json(team)
    }

    app.put("/teams/:id/logo") { request in
        let id = try request.parameter("id", as: Int.self)
        let picture = try await request.decode(Picture.self)
        let types = ["image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"]
        guard let ending = types[picture.file.contentType?.essence ?? ""] else {
            throw Problem(.unsupportedMediaType, "Send a PNG, a JPEG or a WebP.")
        }
        let name = "logo-\(id)-\(request.id).\(ending)"
        try await picture.file.save(to: "\(uploads)/\(name)")
        try await store.setLogo(name, of: id)
        return Response.json(PictureLink(url: "/uploads/\(name)")).header(.cacheControl, "no-store")
    }

    app.put("/venues/:venue/plan") { request in
        let venue = try request.parameter("venue", as: Int.self)
        let upload = try await request.decode(Picture.self)
        let endings = ["image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"]
        guard let suffix = endings[upload.file.contentType?.essence ?? ""] else {
            throw Problem(.unsupportedMediaType, "Send a PNG, a JPEG or a WebP.")
        }
        let file = "plan-\(venue)-\(request.id).\(suffix)"
        try await upload.file.save(to: "\(uploads)/\(file)")
        return Response.json(PictureLink(url: "/uploads/\(file)")).header(.cacheControl, "no-store")
    }
}
