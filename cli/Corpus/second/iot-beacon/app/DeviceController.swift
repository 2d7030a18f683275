import Fledge
import IoTBeaconCore

@Controller struct DeviceController {
    let telemetry: any Telemetry
    let provisioning: Provisioner

    /// A device says what it is and gets what it needs to know.
    @POST("/provision") func provision(body: IoTBeaconCore.Request) async throws -> Created<Grant> {
        let grant = try await provisioning.answer(body)
        return Created(grant, at: "/devices/\(grant.device)")
    }

    /// Takes readings as JSON, or as the compact lines that small devices write.
    @POST("/:device/readings") func report(device: String, request: Fledge.Request) async throws -> Response {
        let readings: [Reading]
        if request.headers[.contentType]?.hasPrefix("text/plain") == true {
            readings = try ReadingLines.parse(try await request.text())
        } else {
            readings = try await request.json([Reading].self)
        }
        let alarms = try await telemetry.record(readings, from: device)
        return alarms.isEmpty ? Response(.noContent) : Response.json(alarms, status: .accepted)
    }

    @GET("/:device") func latest(device: String) async throws -> Reading {
        guard let reading = try await telemetry.latest(of: device) else {
            throw Problem(.notFound, "'\(device)' has said nothing yet.")
        }
        return reading
    }

    /// Alarms as they come, for the wall in the control room.
    @GET("/alarms") func alarms() -> EventStream {
        EventStream { writer in
            for await alarm in telemetry.alarms() {
                try await writer.send(ServerEvent("\(alarm.device) \(alarm.kind.rawValue)", event: "alarm"))
            }
        }
    }
}

extension ProvisionError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .unknownModel(let model): Problem(.unprocessableContent, "Nobody knows the model '\(model)'.")
        case .revoked: Problem(.forbidden, "This device was stolen.", code: "revoked")
        }
    }
}
