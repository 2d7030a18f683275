import Fledge

extension App {
    func addPreorders(_ services: Services) {
        post("/preorders") { request in
            let body = try await request.decode(NewPreorder.self)
            if let clash = firstRepeated(in: body.lines) {
                throw Problem(
                    .unprocessableContent, "'\(clash)' stands on two lines; add them up.",
                    code: "repeated")
            }
            let order = try await services.preorders.place(body)
            return Created(order, at: "/preorders/\(order.id)")
        }

        on(.get, "/preorders/:id") { (id: Int) in
            try await services.preorders.find(id)
        }

        on(.delete, "/preorders/:id") { (id: Int) in
            try await services.preorders.cancel(id)
        }
    }
}

/// The first bread that two lines name. That is no repeated element: the lines may differ.
private func firstRepeated(in lines: [Preorder.Line]) -> String? {
    var seen: Set<String> = []
    return lines.first { !seen.insert($0.slug).inserted }?.slug
}
