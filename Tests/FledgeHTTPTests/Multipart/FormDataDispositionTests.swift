// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

/// `Content-Disposition` and `Content-Type` of parts, as clients really send them.
@Suite struct FormDataDispositionTests {
    static let rows: [Row<String, MultipartPartHead?>] = [
        Row("a token", "form-data; name=a", .init(name: "a")),
        Row("other case and spaces", "Form-Data;NAME=\"a\" ; ", .init(name: "a")),
        Row("an empty name", "form-data; name=\"\"", .init(name: "")),
        Row("UTF-8", "form-data; name=\"naïve 日\"", .init(name: "naïve 日")),
        Row(
            "the escapes of browsers", "form-data; name=\"a%22b%0D%0ac%2F%\"",
            .init(name: "a\"b\r\nc%2F%")),
        Row("an escape is not undone twice", "form-data; name=\"%%22\"", .init(name: "%\"")),
        Row("the escapes of curl", #"form-data; name="a\"b\\c""#, .init(name: #"a"b\c"#)),
        Row("a semicolon in quotes", "form-data; name=\"a;b\"", .init(name: "a;b")),
        Row("a parameter nobody knows", "form-data; name=a; size=1", .init(name: "a")),
        Row("a file", "form-data; name=a; filename=\"b.txt\"", .init(name: "a", filename: "b.txt")),
        Row("no file chosen", "form-data; name=a; filename=\"\"", .init(name: "a", filename: "")),
        Row(
            "a path of Windows", #"form-data; name=a; filename="C:\temp\new.txt""#,
            .init(name: "a", filename: "new.txt")),
        Row(
            "a path that climbs", "form-data; name=a; filename=\"../../etc/passwd\"",
            .init(name: "a", filename: "passwd")),
        Row("dots alone", "form-data; name=a; filename=\"..\"", .init(name: "a", filename: "")),
        Row(
            "an escape that nobody sends is no escape",
            "form-data; name=a; filename=\"..%2F..%2Fx%00y\"",
            .init(name: "a", filename: "..%2F..%2Fx%00y")),
        Row(
            "a line end in a file name, as browsers send it",
            "form-data; name=a; filename=\"x%0D%0ASet-Cookie: b\"",
            .init(name: "a", filename: "x\r\nSet-Cookie: b")),
        Row(
            "a line end that is none of a file name",
            "form-data; name=a; filename=\"x\r\nSet-Cookie: b\"", nil),
        Row("a folder", "form-data; name=a; filename=\"x/..\"", .init(name: "a", filename: "")),
        Row(
            "an extended name", "form-data; name=a; filename*=UTF-8''na%C3%AFve.txt",
            .init(name: "a", filename: "naïve.txt")),
        Row(
            "both, as .NET sends them",
            "form-data; name=a; filename=\"=?utf-8?B?bmE=?=\"; filename*=utf-8''na%C3%AFve.txt",
            .init(name: "a", filename: "naïve.txt")),
        Row(
            "an extended path", "form-data; name=a; filename*=utf-8''..%2Fx",
            .init(name: "a", filename: "x")),
        Row("an extended name of another charset", "form-data; name=a; filename*=latin-1''x", nil),
        Row("an extended name with NUL", "form-data; name=a; filename*=utf-8''x%00.txt", nil),
        Row("two filenames", "form-data; name=a; filename=b; filename=c", nil),
        Row("no closing quote", "form-data; name=\"a", nil),
        Row("a backslash before the end", #"form-data; name="a\"#, nil),
        Row("text behind a quote", "form-data; name=\"a\"b", nil),
        Row("no separator", "form-data name=a", nil),
        Row("no value", "form-data; name", nil),
    ]

    @Test(arguments: rows)
    func `a disposition is read like this`(_ row: Row<String, MultipartPartHead?>) {
        #expect(head("Content-Disposition: \(row.input)") == row.output)
    }

    static let types: [Row<String, String?>] = [
        Row("a type", "Content-Type: Image/PNG", "image/png"),
        Row("parameters", "content-type:text/plain;charset=utf-8", "text/plain; charset=utf-8"),
        Row("what is no type", "Content-Type: png", nil),
        Row("another field", "X-Type: image/png", nil),
    ]

    @Test(arguments: types)
    func `a content type is read like this`(_ row: Row<String, String?>) {
        let head = head("\(row.input)\r\nContent-Disposition: form-data; name=a")
        #expect(head?.name == "a")
        #expect(head?.contentType?.description == row.output)
    }

    static let boundaries: [Row<String, Bool>] = [
        Row(
            "Chrome's", "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW", true),
        Row("quoted", "multipart/form-data; boundary=\"a b:c?\"", true),
        Row(
            "70 characters", "multipart/form-data; boundary=\(String(repeating: "x", count: 70))",
            true),
        Row("71", "multipart/form-data; boundary=\(String(repeating: "x", count: 71))", false),
        Row("empty", "multipart/form-data; boundary=\"\"", false),
        Row("a space at its end", "multipart/form-data; boundary=\"a \"", false),
        Row("another byte", "multipart/form-data; boundary=\"a;b\"", false),
        Row("none", "multipart/form-data", false),
    ]

    @Test(arguments: boundaries)
    func `a boundary is taken or not`(_ row: Row<String, Bool>) throws {
        let type = try #require(MediaType(row.input))
        let delimiter = try? MultipartDelimiter(of: type)
        #expect(delimiter?.boundary == (row.output ? type["boundary"] : nil))
    }

    private func head(_ lines: String) -> MultipartPartHead? {
        MultipartTranscript.head(of: Array(lines.utf8), boundary: Multipart.boundary)
    }
}
