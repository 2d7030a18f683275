import Fledge
import SensorfleetServices

@Schema struct Login { @Field(.length(4...40)) var pin: String }

@Controller struct SessionController {
    let sessions: SessionService

    @POST func login(body: Login) async throws -> Response {
        guard let cookie = try await sessions.open(pin: body.pin) else {
            throw Problem(.unauthorized, "That is not the PIN.")
        }
        return Response(.noContent).cookie(cookie)
    }
}
