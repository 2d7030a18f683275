import Fledge
import SensorfleetServices

@Controller struct DeviceController {
    let devices: DeviceService

    @GET func list(cursor: String?, limit: Int = 2) async throws -> Response {
        var after = 0
        if let cursor {
            guard cursor.hasPrefix("c_"), let number = Int(cursor.dropFirst(2), radix: 36) else {
                throw Problem(.badRequest, "The cursor is none of ours.", code: "cursor")
            }
            after = number
        }
        let all = try await devices.all().filter { $0.id > after }
        let page = Array(all.prefix(limit))
        var response = Response.json(page)
        if all.count > page.count, let last = page.last {
            response.headers["X-Next"] = "c_" + String(last.id, radix: 36)
        }
        return response
    }

    @POST func enroll(body: NewDevice) async throws -> Created<Device> {
        let device = try await devices.enroll(body)
        return Created(device, at: "/fleet/devices/\(device.id)")
    }

    /// What a device asks each night: whether there is something new for it.
    @GET("/:id/firmware") func firmware(id: Int, version: Int) async throws -> Response {
        guard let device = try await devices.find(id) else {
            throw Problem(.notFound, "There is no device \(id).")
        }
        let release = try await devices.release(for: device.model)
        guard let release, release.version > version else { return Response(.noContent) }
        let isChosen = device.id % 100 < release.percent
        guard isChosen, device.battery >= 30 || release.isUrgent else {
            return Response(.noContent)
        }
        return Response.json(release).header(.cacheControl, "no-store")
    }

    @POST("/:id/heartbeat") func heartbeat(id: Int, body: Heartbeat) async throws -> Device? {
        try await devices.beat(id, body)
    }
}
