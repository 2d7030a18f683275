import Fledge

/// Writes the letter that a student gets.
public struct LetterService: Sendable {
    public init() {}

    public func letter(for application: Application) throws -> Response {
        switch application.state {
        case .granted:
            return Response.text("Dear \(application.student), we are glad to support you.")
        case .refused:
            return Response.text("Dear \(application.student), we regret that we cannot help.")
        case .draft, .submitted:
            throw Problem(.conflict, "Nothing has been decided yet.", code: "undecided")
        }
    }
}
