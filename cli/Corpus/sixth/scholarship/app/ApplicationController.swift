import Fledge
import Foundation
import Grants

extension GrantError: @retroactive ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no application \(id).")
        case .decided: Problem(.conflict, "It has been decided.", code: "decided")
        }
    }
}

@Schema struct Decision {
    var granted: Bool
}

@Controller struct ApplicationController {
    let applications: ApplicationService

    @POST func submit(body: NewApplication) async throws -> Created<Application> {
        let iban = body.iban.uppercased()
        if iban.count < 15 || iban.count > 34 || !iban.prefix(2).allSatisfy(\.isLetter) {
            throw Problem(.unprocessableContent, "That is no IBAN.", code: "iban")
        }
        var new = body
        new.iban = iban
        let cap =
            switch body.householdIncome {
            case ..<20_000: 6_000
            case 20_000..<45_000: 3_500
            default: 1_200
            }
        new.requested = min(body.requested, cap + body.siblings * 250)
        let application = try await applications.submit(new)
        return Created(application, at: "/applications/\(application.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Application {
        try await applications.find(id)
    }

    /// Until when a student may object.
    @GET("/:id/objection") func objection(id: Int) async throws -> JSON {
        let application = try await applications.find(id)
        var day = application.submitted.addingTimeInterval(30 * 86_400)
        while Int(day.timeIntervalSince1970 / 86_400) % 7 != 4 {
            day.addTimeInterval(86_400)
        }
        return ["until": .integer(Int(day.timeIntervalSince1970))]
    }

    @PUT("/:id/decision") func decide(id: Int, body: Decision) async throws -> Application {
        try await applications.decide(id, granted: body.granted)
    }
}
