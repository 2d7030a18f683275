import Fledge

/// Refuses what nobody can call.
func requirePhone(_ text: String) throws {
    guard text.wholeMatch(of: /\+[0-9]{8,15}/) != nil else {
        throw Problem(
            .unprocessableContent, "The phone number is like +41791234567.", code: "phone")
    }
}
