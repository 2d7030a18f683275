// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeCLI

@Suite struct EnvironmentFileTests {
    @Test func `variables are read as they stand`() {
        let text = """
            # comment
            A=1
              export B = two words # and a comment
            C="x # y"
            D='$A'
            E=
            F=a=b#c\r
            """
        let (variables, problems) = EnvironmentFile.parse(text)
        #expect(problems == [])
        #expect(
            variables == [
                "A": "1", "B": "two words", "C": "x # y", "D": "$A", "E": "", "F": "a=b#c",
            ])
    }

    @Test func `all that is wrong in all files is told at once`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.env", "A=1\nnot a variable\n2B=3\n")
        let error = #expect(throws: CommandError.self) {
            try EnvironmentFile.read([folder.path + "/a.env", folder.path + "/b.env"])
        }
        let text = error?.problem ?? ""
        for part in ["a.env:2: ", "a.env:3: ", "b.env cannot be read"] {
            #expect(text.contains(part), "\(text)")
        }
    }

    @Test func `of several files the first one counts`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.env", "A=1")
        try folder.write("b.env", "A=2\nB=2")
        let variables = try EnvironmentFile.read([folder.path + "/a.env", folder.path + "/b.env"])
        #expect(variables == ["A": "1", "B": "2"])
    }
}
