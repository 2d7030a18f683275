import Crypto
import Fledge
import WarrantyServices

@Settings struct WarrantySettings {
    var carrierKey: Secret
    var staffToken: Secret
}

await serve {
    let settings = try WarrantySettings(environment: try Environment.load())
    return makeApp(
        claims: ClaimService(), photos: PhotoFolder(path: "data/photos"),
        signature: WebhookSignature(
            key: SymmetricKey(data: Array(settings.carrierKey.reveal().utf8))),
        staffToken: settings.staffToken.reveal())
}
