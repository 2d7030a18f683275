// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

extension RewrittenRoutes {
    static func mountShop(on app: Router) {
        app.group { shop in
            // Waits, where the file's middleware does not: the form of a chain must not show.
            shop.use(WaitingStamp("2 shop"))
            shop.get("/cart") { _ in Note(what: "cart", detail: "empty") }
            shop.post("/cart", body: 64, use: Stamp("first"), Stamp("second")) { request in
                try await request.decode([String].self)
            }
            shop.group("/stock") { stock in
                stock.use(Password(), Stamp("staff"))
                stock.get("") { _ in ["what": "stock", "detail": "all"] as [String: String] }
                stock.put("") { request in
                    Note(what: "stock", detail: try await request.decode(NewPerson.self).name)
                }
            }
        }
    }

    static func mountVerbs(on app: Router) {
        app.get("/verbs") { _ async in "GET" }
        app.post("/verbs") { _ in "POST" }
        app.put("/verbs") { _ in "PUT" }
        app.patch("/verbs") { _ in "PATCH" }
        app.delete("/verbs") { _ in "DELETE" }
        app.query("/verbs") { request in "QUERY \(try await request.text())" }
        app.on(.head, "/verbs") { () in Response(.noContent).header("X-Head", "explicit") }
        app.on(.options, "/verbs") { () in
            Response(.noContent).header(.allow, "GET").header("X-Options", "explicit")
        }
    }

    static func mountExtras(on app: Router) {
        let extras = Router()
        extras.get("") { _ in Note(what: "extras", detail: "all") }
        extras.get("/extra") { _ in Note(what: "extras", detail: "extra") }
        for method in [Method.get, .delete] {
            extras.on(method, "/extra/:number") { (number: UInt8) in
                Note(what: "extra", detail: "\(number)")
            }
        }
        extras.put("/raw/:one/*rest") { request in
            let rest = request.parameters("rest").joined(separator: "|")
            return Note(what: request.parameter("one") ?? "-", detail: rest)
        }
        app.use("/extras", extras)
    }
}
