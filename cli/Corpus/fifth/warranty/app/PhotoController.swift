import Fledge
import Foundation
import WarrantyServices

@Schema struct PhotoForm {
    var photo: UploadedFile
}

struct PhotoFolder: Sendable {
    let path: String
    func newName() -> String { "\(UUID().uuidString).jpg" }
}

@Controller struct PhotoController {
    let claims: any ClaimHandling
    let photos: PhotoFolder

    /// Adds a photo of the fault.
    @POST(body: .mebibytes(10))
    func upload(id: Int, body: PhotoForm) async throws -> Created<Claim> {
        guard body.photo.contentType?.essence == "image/jpeg" else {
            throw Problem(.unsupportedMediaType, "Photos are JPEG.")
        }
        let name = photos.newName()
        try await body.photo.save(to: "\(photos.path)/\(name)")
        return Created(try await claims.attach(photo: name, to: id), at: "/photos/\(name)")
    }
}
