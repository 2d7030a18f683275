import Fledge

@Schema struct NewImage { var file: UploadedFile }

@Route struct ImagesRoute {
    let images: ImageService

    @POST(body: .mebibytes(8)) func upload(cook: Cook, body: NewImage) async throws -> Response {
        let name = try await images.keep(body.file, of: cook.id)
        return Response(.created, headers: [.location: "/images/\(name)"])
    }
}
