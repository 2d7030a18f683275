// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct CloneTests {
    private func app(_ first: String, _ second: String) -> [String: String] {
        [
            "app/a/ARoute.swift":
                "import Fledge\n@Route struct ARoute {\n func GET(id: Int) async throws -> Response {\n\(first)\n }\n}",
            "app/b/BRoute.swift":
                "import Fledge\n@Route struct BRoute {\n func GET(key: Int) async throws -> Response {\n\(second)\n }\n}",
        ]
    }

    private let login = """
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else {
            throw Problem(.unauthorized, "Sign in first.")
        }
        let token = String(header.dropFirst(7)).lowercased()
        guard let session = try await sessions.find(token) else { throw Problem(.unauthorized) }
        if session.expires < sessions.now() {
            try await sessions.drop(token)
            throw Problem(.unauthorized, "It is over.")
        }
        """

    @Test func `the same logic in two routes is told once, with both places`() throws {
        let found = findings(
            DuplicatedLogic(), app(login + "\nreturn a()", login + "\nreturn b(2, 3)"))
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(finding.function == "ARoute.GET")
        #expect(finding.message.contains("app/b/BRoute.swift:4"))
    }

    @Test func `other names and other literals are still a copy`() {
        let renamed = login.replacing("session", with: "login").replacing("token", with: "key")
            .replacing("header", with: "field").replacing("fields[", with: "headers[")
            .replacing("logins.", with: "sessions.").replacing(
                "It is over.", with: "Again, please.")
        #expect(findings(DuplicatedLogic(), app(login, renamed)).count == 1)
    }

    @Test func `three copies are one finding`() {
        var sources = app(login, login)
        sources["app/c/CRoute.swift"] = sources["app/b/BRoute.swift"]?.replacing(
            "BRoute", with: "CRoute")
        let found = findings(DuplicatedLogic(), sources)
        #expect(found.count == 1)
        #expect(found.first?.message.contains("CRoute.GET") == true)
    }

    @Test func `looking something up is the same everywhere, and none`() {
        let lookup = """
            guard let order = try await orders.find(id) else {
                throw Problem(.notFound, "There is no order \\(id).")
            }
            return Response.json(order)
            """
        #expect(findings(DuplicatedLogic(), app(lookup, lookup)) == [])
    }

    @Test func `handlers that do different things alike are none`() {
        let first = """
            let order = try await orders.place(body)
            if order.isPaid { try await mails.thank(order.owner) }
            let view = OrderView(id: order.id, total: order.total, at: order.createdAt)
            return Response.json(view, status: .created).header(.location, "/orders/\\(order.id)")
            """
        let second = """
            guard let product = try await products.find(id) else { throw Problem(.notFound) }
            let stock = try await shelves.stock(of: product.id)
            for shelf in stock.shelves { try await shelf.count() }
            return Response.json(StockView(product, stock.left)).header(.cacheControl, "no-store")
            """
        #expect(findings(DuplicatedLogic(), app(first, second)) == [])
    }

    @Test func `a lookup, a check of who asks and a call are each handler's own`() {
        let first = """
            guard let order = try await orders.find(id) else {
                throw Problem(.notFound, "There is no order \\(id).", code: "no_order")
            }
            guard order.owner == requester.id else { throw Problem(.forbidden, "Not yours.") }
            return try await orders.update(id, body)
            """
        let second = first.replacing("order", with: "recipe")
        #expect(findings(DuplicatedLogic(), app(first, second)) == [])
    }

    @Test func `a chain of steps is logic, whatever stands before it`() {
        let first = """
            let marks = (request.query["marks"] ?? "").split(separator: ",")
            let all = try await shelf.books()
            let rated = all.map { book in (book, marks.filter { book.title.contains($0) }.count) }
            let found = rated.filter { $0.1 > 1 }.sorted { $0.1 > $1.1 }.prefix(5)
            return Response.json(found.map(\\.0))
            """
        let second = """
            let tags = (request.query["tags"] ?? "").split(separator: ",")
            if tags.isEmpty { return Response.json([]) }
            let films = try await archive.films(in: key)
            let valued = films.map { film in (film, tags.filter { film.name.contains($0) }.count) }
            let best = valued.filter { $0.1 > 1 }.sorted { $0.1 > $1.1 }.prefix(5)
            return Response.json(best.map(\\.0)).header("X-Best", "yes")
            """
        #expect(findings(DuplicatedLogic(), app(first, second)).count == 1)
    }

    @Test func `one step more in between is still a copy`() {
        let first = """
            guard let trip = try await trips.find(id) else { throw Problem(.notFound) }
            var text = ""
            for leg in trip.legs {
                let minutes = leg.meters * 60 / (leg.speed + trip.wind)
                let shown = minutes > 90 ? "\\(minutes / 60) h \\(minutes % 60)" : "\\(minutes) min"
                text += "<li>\\(shown)</li>"
            }
            return Response(body: "<ul>\\(text)</ul>")
            """
        let second = """
            let tour = try await tours.load(key)
            var lines = ""
            for part in tour.parts {
                let time = part.meters * 60 / (part.speed + tour.wind)
                let isLong = time > 90
                let label = isLong ? "\\(time / 60) h \\(time % 60)" : "\\(time) min"
                lines += "- \\(label)\\n"
            }
            let late = try await tours.late(key)
            if late { lines += "late" }
            try await tours.seen(key)
            return Response.text(lines)
            """
        #expect(findings(DuplicatedLogic(), app(first, second)).count == 1)
    }

    @Test func `two that look things up, check and save are none`() {
        let first = """
            guard let album = try await albums.find(id) else { throw Problem(.notFound, "No album.") }
            guard album.owner == me.id else { throw Problem(.forbidden, "Not yours.") }
            let changed = try await albums.update(id, title: body.title)
            return Response.json(changed).header(.etag, changed.tag)
            """
        let second = """
            guard let song = try await songs.find(key) else { throw Problem(.notFound, "No song.") }
            let saved = try await songs.rename(key, name: body.name, by: me.id)
            guard song.owner == me.id else { throw Problem(.forbidden, "Not yours.") }
            if saved.isHidden { return Response(.noContent) }
            try await feeds.tell(saved, to: song.listeners)
            return Created(saved, at: "/songs/\\(key)")
            """
        #expect(findings(DuplicatedLogic(), app(first, second)) == [])
    }
}
