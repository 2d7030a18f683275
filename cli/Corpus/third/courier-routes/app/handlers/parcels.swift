import Dispatch
import Fledge
import FledgeData

/// Handlers as in our Express app: a bag of functions of a request.
struct ParcelHandlers: Sendable {
    let planner: Planner
    let db: Database

    @Sendable func create(_ req: Request) async throws -> Response {
        let body = try await req.json(NewParcel.self)
        try checkAddress(body)
        let parcel = try await planner.add(body)
        return Response.json(parcel, status: .created).header("Location", "/parcels/\(parcel.id)")
    }

    @Sendable func show(_ req: Request) async throws -> Parcel {
        try await planner.parcel(req.parameter("id", as: Int.self))
    }

    @Sendable func scan(_ req: Request) async throws -> Response {
        let id = try req.parameter("id", as: Int.self)
        let parcel = try await planner.delivered(id)
        return Response.json(parcel)
    }
}

extension ParcelHandlers {
    private func checkAddress(_ body: NewParcel) throws {
        guard body.zip.count == 5, body.zip.allSatisfy(\.isNumber) else {
            throw Problem(.badRequest, "zip must have five digits")
        }
        guard body.grams > 0 && body.grams <= 31_500 else {
            throw Problem(.badRequest, "grams must be 1 to 31500")
        }
        guard body.street.count < 120 else { throw Problem(.badRequest, "street is too long") }
    }
}
