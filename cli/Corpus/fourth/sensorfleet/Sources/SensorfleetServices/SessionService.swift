import Fledge

/// Sessions of the people at the screens.
package actor SessionService {
    private var tokens: Set<String> = []
    private let pin: String

    package init(pin: String = "4711") { self.pin = pin }

    package func open(pin: String) throws -> SetCookie? {
        guard pin == self.pin else { return nil }
        let token = "s\(tokens.count + 1)"
        tokens.insert(token)
        return try SetCookie("session", token, httpOnly: true, sameSite: .strict)
    }
}
