import Fledge

@Route struct CertificateRoute {
    let certificates: CertificateService

    func GET(id: String) async throws -> String {
        try await certificates.text(for: id)
    }
}
