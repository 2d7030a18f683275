import Fledge

/// What the form sends.
@Schema struct NewDrop {
    @Field(.range(1...100)) var downloads: Int?
    var file: UploadedFile
}

extension DropService {
    /// Hands the parts of a form to the service, which knows no forms.
    func keep(_ form: NewDrop) async throws -> Drop {
        try await keep(
            Offer(name: form.file.name, type: form.file.contentType ?? "", downloads: form.downloads),
            bytes: try await form.file.bytes())
    }
}
