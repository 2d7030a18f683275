// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCore

private enum Level: String, CaseIterable { case debug, info, error }
private enum Speed: Int, ParameterValue { case slow = 1, fast = 2 }

@Suite struct SettingsReaderTests {
    private func reader(_ values: [String: String]) -> SettingsReader {
        SettingsReader(Environment(mode: .test, values: values))
    }

    @Test func `every form of a setting is read`() throws {
        var reader = reader([
            "URL": "u", "PORT": "80", "LEVEL": "info", "SPEED": "2", "LIST": "1, 2,,3 ",
            "LEVELS": "debug,error", "KEY": "k",
        ])
        let url = reader.read("URL", String.self)
        let port = reader.read("PORT", Int.self, default: 3000)
        let missingPort = reader.read("OTHER_PORT", Int.self, default: 3000)
        let level = reader.read("LEVEL", Level.self)
        let noLevel = reader.read("NO_LEVEL", Level?.self)
        let speed = reader.read("SPEED", Speed.self, default: .slow)
        let list = reader.read("LIST", [Int].self)
        let noList = reader.read("NO_LIST", [Int]?.self)
        let levels = reader.read("LEVELS", [Level].self)
        let key = reader.read("KEY", Secret.self)
        let noKey = reader.read("NO_KEY", Secret?.self)
        try reader.check()
        #expect(try url.value == "u")
        #expect(try port.value == 80)
        #expect(try missingPort.value == 3000)
        #expect(try level.value == .info)
        #expect(try noLevel.value == nil)
        #expect(try speed.value == .fast)
        #expect(try list.value == [1, 2, 3])
        #expect(try noList.value == nil)
        #expect(try levels.value == [.debug, .error])
        #expect(try key.value.reveal() == "k")
        #expect(try noKey.value == nil)
    }

    @Test func `everything that is wrong comes at once, by name and without values`() {
        var reader = reader([
            "PORT": "s3cret", "EMPTY": "", "LEVELS": "info,s3cret", "DATABSE_URL": "s3cret",
        ])
        _ = reader.read("PORT", Int.self, default: 1)
        _ = reader.read("DATABASE_URL", Secret.self)
        _ = reader.read("EMPTY", String.self)
        _ = reader.read("LEVELS", [Level].self)
        #expect(throws: SettingsError.self) { try reader.check() }
        do throws(SettingsError) {
            try reader.check()
        } catch {
            #expect(
                error.description == """
                    The app cannot start: 4 mistakes in its settings.
                      - DATABASE_URL is not set; it must be text. Did you mean it by DATABSE_URL (code)? \
                    Add DATABASE_URL=… to .env, or set it in the process environment. [FLEDGE_SETTING_MISSING]
                      - EMPTY is empty in code; it must be text. \
                    Add EMPTY=… to .env, or set it in the process environment. [FLEDGE_SETTING_MISSING]
                      - LEVELS must be a list, separated by commas, of which each is \
                    one of debug, info, error. Correct it in code. [FLEDGE_SETTING_TYPE]
                      - PORT must be a whole number. Correct it in code. [FLEDGE_SETTING_TYPE]
                    """)
        }
    }

    @Test func `the place of a malformed setting is told`() async throws {
        try await withFiles([".env": "# the port\nPORT=http"]) { folder in
            let environment = try Environment.load(directory: folder, process: ["HOST_PORT": "x"])
            let error = #expect(throws: SettingsError.self) {
                try environment.get("PORT", as: Int.self)
            }
            #expect(error?.mistakes.first?.message.hasSuffix("/.env:2.") == true)
            let other = #expect(throws: SettingsError.self) {
                try environment.get("HOST_PORT", as: Int.self)
            }
            #expect(other?.mistakes.first?.message.hasSuffix("the process environment.") == true)
        }
    }

    @Test func `a name that is read elsewhere is no hint`() {
        var reader = reader(["PORT_B": "1"])
        _ = reader.read("PORT_B", Int.self)
        _ = reader.read("PORT_A", Int.self)
        let error = #expect(throws: SettingsError.self) { try reader.check() }
        #expect(error?.description.contains("Did you mean") == false)
    }

    @Test func `an unrelated variable is no hint`() {
        var reader = reader(["PATH": "1"])
        _ = reader.read("PORT", Int.self)
        let error = #expect(throws: SettingsError.self) { try reader.check() }
        #expect(error?.description.contains("Did you mean") == false)
    }
}

@Suite struct SecretTests {
    private struct Holder: Codable { var key: Secret }

    @Test func `nothing shows the value but reveal`() throws {
        let secret = Secret("s3cret")
        var dumped = ""
        dump(Holder(key: secret), to: &dumped)
        let encoded = String(decoding: try JSONEncoder().encode(Holder(key: secret)), as: UTF8.self)
        let texts = [
            "\(secret)", String(reflecting: secret), "\(Optional(secret) as Any)", "\([secret])",
            "\(Holder(key: secret))", dumped, encoded,
        ]
        for text in texts { #expect(!text.contains("s3cret")) }
        #expect(secret.reveal() == "s3cret")
    }

    @Test func `a body can have one`() throws {
        let holder = try JSONDecoder().decode(Holder.self, from: Data(#"{"key":"s3cret"}"#.utf8))
        #expect(holder.key.reveal() == "s3cret")
    }

    @Test func `equality compares all bytes`() {
        #expect(Secret("abc") == Secret("abc"))
        #expect(Secret("abc") != Secret("abd"))
        #expect(Secret("abc") != Secret("ab"))
        #expect(Secret("é") != Secret("e\u{301}"))
    }
}
