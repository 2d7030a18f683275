import Fledge

@Settings struct StatusSettings {
    var cronSecret: Secret
    var components: [String] = ["api", "web", "mail"]
}
