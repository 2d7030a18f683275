// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeRouteScanner

@Suite struct `The lexer` {
    /// The words of the source that are code.
    private func words(_ source: String) -> [String] {
        Lexer.tokens(of: source).filter { $0.kind == .word }.map(\.text)
    }

    @Test(arguments: [
        Row("a line comment", "a // hidden\nb", ["a", "b"]),
        Row("a line comment ended by a carriage return", "a // hidden\rb", ["a", "b"]),
        Row("a block comment", "a /* hidden */ b", ["a", "b"]),
        Row("nested block comments", "a /* x /* hidden */ hidden */ b", ["a", "b"]),
        Row("a block comment that never ends", "a /* hidden", ["a"]),
        Row("quotes in a comment", "a // it's \"\nb /* \" */ c", ["a", "b", "c"]),
        Row("a string", #"a "hidden" b"#, ["a", "b"]),
        Row("an escaped quote", #"a "hi\"dden" b"#, ["a", "b"]),
        Row("an escaped backslash before the end", #"a "hidden\\" b"#, ["a", "b"]),
        Row("a comment in a string", #"a "// hidden" b"#, ["a", "b"]),
        Row("a missing quote", "a \"hidden\nb", ["a", "b"]),
        Row("an empty string", #"a "" b"#, ["a", "b"]),
        Row("an interpolation", #"a "hidden \(b("hidden")) hidden" c"#, ["a", "c"]),
        Row("a string in a string", #"a "\(f("x \(g(")")) y"))" c"#, ["a", "c"]),
        Row("a parenthesis in a comment", #"a "\(f /* ) */ (1))" c"#, ["a", "c"]),
        Row("lines", "a \"\"\"\n hidden \"x\" \" hidden\n \"\"\" b", ["a", "b"]),
        Row("an escaped quote among lines", "a \"\"\"\n \\\"\"\" hidden\n \"\"\" b", ["a", "b"]),
        Row("a raw string", ##"a #"hid"den \(hidden)"# b"##, ["a", "b"]),
        Row("a raw interpolation", ##"a #"hidden \#(f("x")) hidden"# b"##, ["a", "b"]),
        Row("a raw string of one quote", ##"a #"""# b"##, ["a", "b"]),
        Row("raw lines", "a #\"\"\"\n hidden \"\"\" hidden\n \"\"\"# b", ["a", "b"]),
        Row("two number signs", "a ##\"hidden \"# hidden\"## b", ["a", "b"]),
        Row("a regular expression", #"a = /hidden "x/ ; b"#, ["a", "b"]),
        Row("an escaped slash", #"a = /hid\/den/ ; b"#, ["a", "b"]),
        Row(
            "a regular expression with a comment in it", #"f(/https?:\/\/hidden/, b)"#, ["f", "b"]),
        Row("divisions", "a = b / c / d", ["a", "b", "c", "d"]),
        Row("divisions without blanks", "a = b/c/d", ["a", "b", "c", "d"]),
        Row("an operator before an operand", "a /b + c / d", ["a", "b", "c", "d"]),
        Row("an operator as an argument", "f(1, /) + g(1, /)", ["f", "g"]),
        Row(
            "the name of an operator", "func /(a: A, b: B) -> C { a / b }",
            ["func", "a", "A", "b", "B", "C", "a", "b"]),
        Row("an extended regular expression", "a = #/hidden / \" hidden/# ; b", ["a", "b"]),
        Row("one over lines", "a = #/\n hidden // hidden\n/# ; b", ["a", "b"]),
        Row("names outside ASCII", "größe 名前 b", ["größe", "名前", "b"]),
        Row(
            "raw identifiers", "func `the route is @Route`() b",
            ["func", "`the route is @Route`", "b"]),
        Row("numbers", "a 1_000.5e3 0xFF 0...5 b", ["a", "b"]),
        Row("a line for the shell", "#!/usr/bin/env swift\na", ["a"]),
        Row("a byte order mark", "\u{FEFF}a", ["a"]),
        Row("nothing", "", []),
    ])
    func `sees no code in`(row: Row<String, [String]>) {
        #expect(words(row.input) == row.expected)
    }

    @Test func `positions count lines from one and columns in bytes`() {
        let tokens = Lexer.tokens(of: "a\r\n  é b /*\n*/ \"\"\"\n\"\"\" c")
        let places = tokens.map { "\($0.text)@\($0.position.line):\($0.position.column)" }
        #expect(places == ["a@1:1", "é@2:3", "b@2:6", "@3:4", "c@4:5"])
    }

    @Test(arguments: [
        Row("plain", #""/users""#, "/users"),
        Row("with an escape", #""/a\\:b""#, #"/a\:b"#),
        Row("raw", ##"#"/a\:b"#"##, #"/a\:b"#),
        Row("with an interpolation", #""/\(x)""#, nil),
    ])
    func `the value of a string is known unless it is computed`(row: Row<String, String?>) {
        #expect(Lexer.tokens(of: row.input).map(\.kind) == [.string(row.expected)])
    }

    @Test func `directives are tokens of their own`() {
        let tokens = Lexer.tokens(of: "#if DEBUG\n#endif")
        #expect(tokens.map(\.kind) == [.directive, .word, .directive])
        #expect(tokens.map(\.text) == ["if", "DEBUG", "endif"])
    }
}
