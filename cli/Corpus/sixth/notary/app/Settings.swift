import Fledge

@Settings struct NotarySettings {
    var bankSecret: Secret
    var cronSecret: Secret
    var uploads: String = "data/uploads"
}
