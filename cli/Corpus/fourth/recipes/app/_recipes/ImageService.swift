import Fledge

struct ImageService: Sendable {
    let folder: String

    /// Keeps a picture under a name of our own.
    func keep(_ file: UploadedFile, of cook: Int) async throws -> String {
        let ending = file.contentType?.essence == "image/png" ? "png" : "jpg"
        let name = "\(cook)-\(file.size).\(ending)"
        try await file.save(to: "\(folder)/\(name)")
        return name
    }
}
