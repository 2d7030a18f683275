import Fledge

@Schema struct NewSketch {
    @Field(.length(1...60)) var title: String
    var image: UploadedFile
}

@Controller struct SketchController {
    let appointments: AppointmentService
    let sketches: SketchService

    /// Hangs a drawing on an appointment.
    @POST("/:id/sketches", body: .mebibytes(8))
    func add(id: Int, body: NewSketch) async throws -> Created<Sketch> {
        guard body.image.contentType?.type == "image" else {
            throw Problem(.unsupportedMediaType, "A sketch is an image.")
        }
        _ = try await appointments.find(id)
        let sketch = await sketches.add(body.title, bytes: body.image.size, to: id)
        return Created(sketch, at: "/appointments/\(id)/sketches")
    }

    @GET("/:id/sketches") func list(id: Int) async throws -> [Sketch] {
        _ = try await appointments.find(id)
        return await sketches.all(of: id)
    }
}
