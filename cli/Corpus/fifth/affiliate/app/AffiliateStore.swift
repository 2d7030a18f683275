import FledgeData
import Foundation

struct AffiliateStore: Sendable {
    let database: Database

    func add(_ new: NewPartner) async throws -> Partner {
        try await database.one(
            """
            INSERT INTO partners (code, email, is_blocked)
            VALUES (\(new.code), \(new.email), \(false)) RETURNING *
            """, as: Partner.self)
    }

    func partner(_ code: String) async throws -> Partner? {
        try await database.first("SELECT * FROM partners WHERE code = \(code)", as: Partner.self)
    }

    func partners() async throws -> [Partner] {
        try await database.query("SELECT * FROM partners ORDER BY code", as: Partner.self)
    }

    func block(_ code: String) async throws {
        try await database.execute("UPDATE partners SET is_blocked = \(true) WHERE code = \(code)")
    }

    func add(_ sale: Sale) async throws {
        try await database.execute(
            """
            INSERT INTO sales (id, partner, cents, sold_at, is_paid_out)
            VALUES (\(sale.id), \(sale.partner), \(sale.cents), \(sale.soldAt), \(false))
            """)
    }

    func openSales(of partner: String) async throws -> [Sale] {
        try await database.query(
            "SELECT * FROM sales WHERE partner = \(partner) AND is_paid_out = \(false)",
            as: Sale.self)
    }

    func removeSale(_ id: String) async throws {
        try await database.execute("DELETE FROM sales WHERE id = \(id)")
    }

    func markPaid(_ ids: [String]) async throws {
        try await database.execute(
            "UPDATE sales SET is_paid_out = \(true) WHERE id IN (\(ids))")
    }

    func add(_ click: Click) async throws {
        try await database.execute(
            "INSERT INTO clicks (partner, agent, at) VALUES (\(click.partner), \(click.agent), \(click.at))")
    }

    func clicks(of partner: String) async throws -> [Click] {
        try await database.query("SELECT * FROM clicks WHERE partner = \(partner)", as: Click.self)
    }
}
