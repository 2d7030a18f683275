// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCore

private func load(
    _ files: [String: String], _ process: [String: String] = [:]
) async throws -> Environment {
    try await withFiles(files) { try Environment.load(directory: $0, process: process) }
}

/// The messages, with the folder of the test taken out.
private func mistakes(
    _ files: [String: String], _ process: [String: String] = [:]
) async throws -> [String] {
    try await withFiles(files) { folder in
        do throws(EnvironmentError) {
            _ = try Environment.load(directory: folder, process: process)
            return []
        } catch {
            return error.mistakes.map {
                "\($0.place): \($0.message) [\($0.code)]".replacing(folder + "/", with: "")
            }
        }
    }
}

@Suite struct EnvironmentTests {
    static let values: [Row<String, String?>] = [
        Row("plain", "A=b", "b"),
        Row("blanks around", "  A \t=  b c  ", "b c"),
        Row("export", "export A=b", "b"),
        Row("a name that starts with export", "exported=1\nA=b", "b"),
        Row("empty", "A=", ""),
        Row("empty with a comment", "A= # nothing", ""),
        Row("a comment after a value", "A=b # c", "b"),
        Row("a hash inside a word", "A=b#c", "b#c"),
        Row("a hash at the front", "A=#c", "#c"),
        Row("a comment line", "# x=1\n\nA=b", "b"),
        Row("an equals sign in the value", "A=b=c==", "b=c=="),
        Row("CR LF", "B=1\r\nA=b\r\n", "b"),
        Row("a byte order mark", "\u{FEFF}A=b", "b"),
        Row("single quotes", "A=' $B \\n # ' # comment", " $B \\n # "),
        Row("single quotes over lines", "A='b\nc'\nB=1", "b\nc"),
        Row("CR LF inside quotes", "A='b\r\nc'", "b\nc"),
        Row("double quotes", "A=\" b # c \"", " b # c "),
        Row("escapes", #"A="b\nc\td\"e\\f\r""#, "b\nc\td\"e\\f\r"),
        Row("an unknown escape stays", #"A="\d+""#, #"\d+"#),
        Row("an escaped backslash before n", #"A="C:\\new""#, #"C:\new"#),
        Row("double quotes over lines", "A=\"b\nc\"", "b\nc"),
        Row("quotes inside a word", "A=it's", "it's"),
        Row("a combining mark after a quote", "A=\"b\"\u{301}", nil),
        Row("not ASCII", "A=grün", "grün"),
        Row("an escaped dollar", #"A=pa\$\$word"#, "pa$$word"),
        Row("an escaped dollar in quotes", #"A="\$B""#, "$B"),
        Row("a lone dollar", "A=5$ $ $1 $-", "5$ $ $1 $-"),
        Row("a backslash elsewhere", #"A=C:\new"#, #"C:\new"#),
        Row("a reference", "B=1\nA=x$B.", "x1."),
        Row("a reference in braces", "B=1\nA=x${B}y", "x1y"),
        Row("a reference in double quotes", "B=1\nA=\"x $B\"", "x 1"),
        Row("a reference to a later line", "A=$B\nB=1", "1"),
        Row("a chain", "A=$B\nB=$C\nC=1", "1"),
        Row("a default that is not needed", "B=1\nA=${B:-2}", "1"),
        Row("a default", "A=${B:-2}", "2"),
        Row("a default for an empty value", "B=\nA=${B:-2}", "2"),
        Row("an empty default", "A=x${B:-}", "x"),
        Row("a nested default", "C=3\nA=${B:-${C:-4}}", "3"),
        Row("a nested default of a default", "A=${B:-${C:-4}}", "4"),
        Row("a brace in a default", #"A=${B:-a\}b}"#, "a}b"),
        Row("a value is expanded once", #"A=$B"# + "\n" + #"B='$C'"# + "\nC=1", "$C"),
        Row("a default hides a circle", "B=${C:-1}\nA=$B\nC=2", "2"),
        Row("no name", "=b", nil),
        Row("no equals sign", "A b", nil),
        Row("a name that starts with a digit", "1A=b", nil),
        Row("a dash in a name", "A-B=b", nil),
        Row("an open single quote", "A='b", nil),
        Row("an open double quote", "A=\"b\\\"", nil),
        Row("text after quotes", "A=\"b\"c", nil),
        Row("backticks", "A=`b`", nil),
        Row("an open brace", "A=${B", nil),
        Row("braces with another operator", "B=1\nA=${B-1}", nil),
        Row("empty braces", "A=${}", nil),
        Row("a name defined twice", "A=1\nA=2", nil),
        Row("an undefined reference", "A=$B", nil),
        Row("a circle", "A=$B\nB=$A", nil),
        Row("a reference to itself", "A=x$A", nil),
    ]

    @Test(arguments: values)
    func `a file is read like this`(row: Row<String, String?>) async throws {
        let environment = try? await load([".env": row.input])
        #expect(environment?["A"] == row.output)
    }

    static let orders: [Row<Mode, [String]>] = [
        Row(
            "development", .development,
            [
                ".env.development.local", ".env.local", ".env.development", ".env",
            ]),
        Row(
            "production", .production,
            [
                ".env.production.local", ".env.local", ".env.production", ".env",
            ]),
        Row("test, where .env.local is not read", .test, [".env.test.local", ".env.test", ".env"]),
    ]

    @Test(arguments: orders)
    func `the first file that defines a variable wins`(row: Row<Mode, [String]>) async throws {
        var files: [String: String] = [".env.local": "A=.env.local"]
        for name in row.output { files[name] = "A=\(name)" }
        for name in row.output {
            let environment = try await load(files, ["FLEDGE_ENV": row.input.rawValue])
            #expect(environment.mode == row.input)
            #expect(environment["A"] == name)
            files[name] = nil
        }
    }

    @Test func `the process environment wins and is never expanded`() async throws {
        let environment = try await load(
            [".env": "A=1\nB=$A"], ["A": "pa$$word ${X} \\$"])
        #expect(environment["A"] == "pa$$word ${X} \\$")
        #expect(environment["B"] == "pa$$word ${X} \\$")
        #expect(environment.origin(of: "A") == .process)
    }

    @Test func `any file may refer to any other`() async throws {
        let environment = try await load(
            [".env.local": "A=$B-$C", ".env": "B=$D\nC=3", ".env.development": "D=4"],
            ["FLEDGE_ENV": "development"])
        #expect(environment["A"] == "4-3")
    }

    @Test func `a mistake in a reference that is overridden does not count`() async throws {
        let environment = try await load([".env.local": "A=1", ".env": "A=$NOBODY"])
        #expect(environment["A"] == "1")
    }

    @Test func `no files and no mode give the mode of the build`() async throws {
        let environment = try await load([:], ["FLEDGE_ENV": ""])
        #expect(environment.mode == .ofBuild)
        #expect(environment.files.isEmpty)
    }

    @Test func `files that were read are told, those that win first`() async throws {
        let environment = try await load(
            [".env": "", ".env.local": ""], ["FLEDGE_ENV": "development"])
        #expect(environment.files.map { $0.split(separator: "/").last } == [".env.local", ".env"])
    }

    @Test func `all mistakes of all files come at once, with their places and no values`()
        async throws
    {
        let found = try await mistakes(
            [
                ".env": "A=\"s3cret\" s3cret\ns3cret\nB='s3cret",
                ".env.local": "C=1\nC=s3cret\nD=${s3cret",
            ], ["FLEDGE_ENV": "development"])
        #expect(
            found == [
                ".env.local:2: C is defined in line 1 already. Remove one of the two. [FLEDGE_ENV_SYNTAX]",
                ".env.local:3: The value of D has a '${' that is not ${NAME} or ${NAME:-default}. "
                    + "Write \\$ for a dollar sign. [FLEDGE_ENV_SYNTAX]",
                ".env:1: There is something after the closing quote of A, whose value began in line 1. "
                    + "Close the quotes at the end of the value; inside double quotes, write \\\" for a "
                    + "quote. [FLEDGE_ENV_SYNTAX]",
                ".env:2: There is no '=' after the name. Write NAME=value; a value of several lines "
                    + "stands in quotes; a comment starts with '#'. [FLEDGE_ENV_SYNTAX]",
                ".env:3: The quote that opens the value of B is never closed. [FLEDGE_ENV_SYNTAX]",
            ])
        #expect(!found.joined().contains("s3cret"))
    }

    @Test func `a circle is told once, with the chain`() async throws {
        #expect(
            try await mistakes([".env": "A=$B\nB=${C}\nC=$A\nD=$A"]) == [
                ".env:1: The variables refer to each other in a circle: A → B → C → A. "
                    + "Write out the value of one of them. [FLEDGE_ENV_CYCLE]"
            ])
    }

    @Test func `an undefined reference has a hint, and half a password is not repeated`()
        async throws
    {
        let found = try await mistakes([".env": "HOSTNAME=x\nA=$HOSTNAM\nB=pa$word"])
        #expect(found.count == 2)
        #expect(
            found[0].contains("A refers to a variable that is not defined. Did you mean $HOSTNAME?")
        )
        #expect(!found[1].contains("word"))
    }

    @Test func `an unknown mode names the three`() async throws {
        let found = try await mistakes([:], ["FLEDGE_ENV": "prod"])
        #expect(
            found == [
                "the process environment: FLEDGE_ENV must be one of development, test, production. "
                    + "Correct it, or unset it for what the build was made for. [FLEDGE_ENV_MODE]"
            ])
    }

    @Test func `a mode in a file is a mistake, since it comes too late`() async throws {
        let found = try await mistakes([".env": "FLEDGE_ENV=production"])
        #expect(found.count == 1)
        #expect(found[0].hasPrefix(".env:1: FLEDGE_ENV decides which files are read"))
        #expect(try await mistakes([".env": "FLEDGE_ENV=test"], ["FLEDGE_ENV": "test"]) == [])
    }

    @Test func `a file that is not text is a mistake`() async throws {
        try await withFiles([:]) { folder in
            try Data([0x41, 0x3D, 0xFF]).write(to: URL(filePath: folder + "/.env"))
            #expect(throws: EnvironmentError.self) {
                try Environment.load(directory: folder, process: [:])
            }
        }
    }

    @Test func `no description of an environment shows a value`() {
        let environment = Environment(mode: .test, values: ["KEY": "s3cret"])
        var dumped = ""
        dump(environment, to: &dumped)
        for text in ["\(environment)", String(reflecting: environment), dumped] {
            #expect(text.contains("KEY"))
            #expect(!text.contains("s3cret"))
        }
    }

    @Test func `an app takes its mode from its environment`() throws {
        let app = App(environment: Environment(mode: .production, values: ["PORT": "8080"]))
        #expect(app.mode == .production)
        #expect(try app.environment.get("PORT", as: Int.self) == 8080)
        #expect(App(mode: .test).mode == .test)
    }
}
