// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Testing

enum Level: String, CaseIterable {
    case quiet, loud
}

@Settings struct ShopSettings {
    var databaseURL: String
    var port: Int = 3000
    var retries = 2
    var level: Level?
    let origins: [String]
    @Variable("SHOP_SECRET") var secret: Secret
    let version = 1
}

@Suite struct SettingsTests {
    private func environment(_ values: [String: String]) -> Environment {
        Environment(mode: .test, values: values)
    }

    @Test func `each property is read from its variable`() throws {
        let settings = try ShopSettings(
            environment: environment([
                "DATABASE_URL": "sqlite:", "PORT": "80", "LEVEL": "loud", "ORIGINS": "a,b",
                "SHOP_SECRET": "s", "RETRIES": "5",
            ]))
        #expect(settings.databaseURL == "sqlite:")
        #expect(settings.port == 80)
        #expect(settings.retries == 5)
        #expect(settings.level == .loud)
        #expect(settings.origins == ["a", "b"])
        #expect(settings.secret.reveal() == "s")
    }

    @Test func `defaults and optionals may be missing`() throws {
        let settings = try ShopSettings(
            environment: environment(["DATABASE_URL": "sqlite:", "SHOP_SECRET": "s"]))
        #expect(settings.port == 3000)
        #expect(settings.retries == 2)
        #expect(settings.level == nil)
        #expect(settings.origins.isEmpty)
    }

    @Test func `everything that is missing or malformed is told at once`() {
        let error = #expect(throws: SettingsError.self) {
            try ShopSettings(environment: environment(["PORT": "http", "LEVEL": "mute"]))
        }
        for name in ["DATABASE_URL", "SHOP_SECRET", "PORT", "LEVEL"] {
            #expect(error?.description.contains(name) == true)
        }
    }

    @Test func `the memberwise initialiser stays for tests`() {
        let settings = ShopSettings(
            databaseURL: "x", origins: [], secret: Secret("s"))
        #expect(settings.port == 3000)
    }
}
