import Crypto
import Fledge
import FledgeData
import Foundation

struct Secrets: Sendable {
    var shop: String
    var refunds: String
    var cron: String
}

func makeApp(database: Database, secrets: Secrets, now: @escaping @Sendable () -> Date) -> App {
    let app = App(environment: Environment(mode: .test, values: [:]))
    app.use(RequestID(), RequestLog())
    let store = AffiliateStore(database: database)
    let clicks = ClickService(store: store)
    let sales = SaleService(store: store, now: now)

    app.use("/partners", PartnerController(store: store))

    app.get("/go/:code") { request in
        let code = try request.parameter("code", as: String.self)
        let counted = try await clicks.record(code, headers: request.headers, at: now())
        let target = counted ? "https://shop.example/?partner=\(code)" : "https://shop.example/"
        return Response(.found).header(.location, target)
    }

    app.post("/webhooks/sales") { request in
        let body = try await request.text()
        let parts = (request.headers["X-Signature"] ?? "").split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0] == "sha256" else {
            throw Problem(.unauthorized, "There is no signature.")
        }
        let key = SymmetricKey(data: Array(secrets.shop.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: key)
        guard Data(code).base64EncodedString() == String(parts[1]) else {
            throw Problem(.unauthorized, "The signature does not fit.")
        }
        let event = try JSONDecoder().decode(SaleEvent.self, from: Data(body.utf8))
        let new = try await database.execute(
            "INSERT INTO events (id) VALUES (\(event.id)) ON CONFLICT (id) DO NOTHING")
        if new.changes == 1 { try await sales.sold(event) }
        return Response(.noContent)
    }

    app.post("/webhooks/refunds") { request in
        let text = try await request.text()
        let pieces = (request.headers["X-Signature"] ?? "").split(separator: "=", maxSplits: 1)
        guard pieces.count == 2, pieces[0] == "sha256" else {
            throw Problem(.unauthorized, "There is no signature.")
        }
        let secret = SymmetricKey(data: Array(secrets.refunds.utf8))
        let expected = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret)
        guard Data(expected).base64EncodedString() == String(pieces[1]) else {
            throw Problem(.unauthorized, "The signature does not fit.")
        }
        try await sales.refunded(try JSONDecoder().decode(SaleEvent.self, from: Data(text.utf8)))
        return Response(.noContent)
    }

    app.post("/cron/payouts") { request in
        guard request.headers[.authorization] == "Bearer \(secrets.cron)" else {
            throw Problem(.unauthorized, "This is for the scheduler.")
        }
        var payouts: [Payout] = []
        for partner in try await store.partners() where !partner.isBlocked {
            let due = try await store.openSales(of: partner.code)
                .filter { now().timeIntervalSince($0.soldAt) >= 30 * 86_400 }
            let turnover = due.reduce(0) { $0 + $1.cents }
            let rate = turnover > 1_000_000 ? 12 : 8
            let commission = turnover * rate / 100
            guard commission >= 2_500 else { continue }
            try await store.markPaid(due.map(\.id))
            payouts.append(Payout(partner: partner.code, cents: commission))
        }
        return Response.json(payouts)
    }
    return app
}
