// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON
import Foundation
import NIOCore
import Synchronization
import Testing

/// Types with files as members, read from multipart forms.
///
/// One after the other, so that a test can look for files that were left behind.
@Suite(.serialized) struct UploadedFileTests {
    private static let big = String(repeating: "0123456789", count: 100_000)

    private static func form(_ image: String, more: [String] = []) -> MultipartText {
        MultipartText(
            [
                .init("title", "Me"),
                .init("image", image, filename: "me.png", type: "image/png"),
            ] + more.map { .init("more", $0, filename: "more.txt") })
    }

    struct Files: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let image: String
        let more: [String]
        let isInMemory: Bool
    }

    @Test(arguments: [
        Files(testDescription: "in memory", image: "small", more: [], isInMemory: true),
        Files(testDescription: "on disk", image: big, more: [], isInMemory: false),
        Files(
            testDescription: "in memory, with others", image: "small", more: ["1", "22"],
            isInMemory: true),
        Files(
            testDescription: "on disk, with others", image: big, more: ["1", big],
            isInMemory: false),
    ])
    func `a file is read and its bytes are all there`(_ files: Files) async throws {
        let (image, more, isInMemory) = (files.image, files.more, files.isInMemory)
        let app = App(mode: .test)
        app.post("/", body: .mebibytes(8)) { request in
            let album = try await request.decode(Album.self)
            #expect(album.image.isInMemory == isInMemory)
            #expect(album.image.size == image.utf8.count)
            #expect(String(decoding: try await album.image.bytes(), as: UTF8.self) == image)
            #expect(String(buffer: try await album.image.body().collect()) == image)
            #expect(album.more.map(\.size) == more.map(\.utf8.count))
            let content = try await album.image.withPath {
                FileManager.default.contents(atPath: $0)
            }
            #expect(content == Data(image.utf8))
            let type = album.image.contentType?.description ?? "none"
            return "\(album.title) \(album.image.name) \(type)"
        }
        let form = Self.form(image, more: more)
        for body in [Body(form.text), form.streamed(by: 60_000)] {
            let answer = try await app.answer(.post, "/", headers: form.headers, body: body)
            #expect(answer.text == "Me me.png image/png")
        }
    }

    @Test func `all files of a form share the memory that it may take`() async throws {
        let app = App(mode: .test)
        app.limits.multipartMemory = 10
        app.post("/") { request in
            let album = try await request.decode(Album.self)
            return "\(([album.image] + album.more).map(\.isInMemory))"
        }
        let form = Self.form("12345", more: ["123456", "12345", "1"])
        let answer = try await app.answer(
            .post, "/", headers: form.headers, body: form.streamed(by: 7))
        #expect(answer.text == "[true, false, true, false]")
    }

    @Test func `a file stays as long as it is held, and no longer`() async throws {
        let kept = Mutex<Album?>(nil)
        let path = Mutex("")
        let app = App(mode: .test)
        app.post("/", body: .mebibytes(8)) { request in
            let album = try await request.decode(Album.self)
            let place = try await album.image.withPath { $0 }
            path.withLock { $0 = place }
            kept.withLock { $0 = album }
            return "ok"
        }
        let form = Self.form(Self.big)
        let answer = try await app.answer(
            .post, "/", headers: form.headers, body: Body(form.text))
        #expect(answer.text == "ok")
        let file = path.withLock { $0 }
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        kept.withLock { $0 = nil }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a file is saved where the handler says`() async throws {
        try await withFiles(["there": "before"]) { folder in
            let app = App(mode: .test)
            app.post("/", body: .mebibytes(8)) { request in
                let album = try await request.decode(Album.self)
                try await album.image.save(to: folder + "/there", permissions: 0o640)
                return "ok"
            }
            for image in ["small", Self.big] {
                let form = Self.form(image)
                _ = try await app.answer(.post, "/", headers: form.headers, body: Body(form.text))
                #expect(try names(in: folder) == ["there"])
                #expect(
                    FileManager.default.contents(atPath: folder + "/there") == Data(image.utf8))
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/there")
                #expect(attributes[.posixPermissions] as? Int == 0o640)
            }
        }
    }

    @Test func `a form that is cut off leaves no file behind`() async throws {
        let app = App(mode: .test)
        app.post("/", body: .mebibytes(8)) { request in
            try await request.decode(Album.self).title
        }
        // Other tests upload, too, and a process that was killed left its files: ours begin like this.
        let mark = UUID().uuidString
        let form = Self.form(mark + Self.big)
        for text in [form.text.prefix(900_000), form.text.dropLast(3)] {
            let answer = try await app.answer(
                .post, "/", headers: form.headers, body: streamed(String(text)))
            #expect(answer.status == 400)
        }
        let folder = FileManager.default.temporaryDirectory.path
        let left = try names(in: folder).filter { name in
            let content = FileManager.default.contents(atPath: "\(folder)/\(name)")
            return name.hasPrefix("fledge-upload.") && content?.starts(with: mark.utf8) == true
        }
        #expect(left == [])
    }

    static let refusals: [Row<MultipartText, (Int, String)>] = [
        Row("no file", MultipartText([.init("title", "a")]), (422, "'/image' is required.")),
        Row(
            "no file chosen",
            MultipartText([.init("title", "a"), .init("image", "", filename: "")]),
            (422, "'/image' is required.")),
        Row(
            "two files for one",
            MultipartText(
                [.init("title", "a")]
                    + ["1", "2"].map { .init("image", $0, filename: "a") }),
            (422, #""code":"repeated""#)),
        Row("a field that is missing", MultipartText([.init("image", "1")]), (422, "'/title' is ")),
        Row(
            "fields that are too large",
            MultipartText([.init("title", String(repeating: "x", count: 2000))]),
            (413, "are larger than 1 KiB")),
    ]

    @Test(arguments: refusals)
    func `a form that does not fit is refused`(
        _ row: Row<MultipartText, (Int, String)>
    ) async throws {
        let app = App(mode: .test)
        app.limits.body = .kibibytes(1)
        app.post("/", body: .mebibytes(1)) { request in
            try await request.decode(Album.self).title
        }
        let answer = try await app.answer(
            .post, "/", headers: row.input.headers, body: Body(row.input.text))
        #expect(answer.status == row.output.0)
        #expect(answer.text.contains(row.output.1), "\(answer.text)")
    }

    @Test func `a file in JSON or in a plain form is a violation`() async throws {
        let app = App(mode: .test)
        app.post("/") { request in try await request.decode(Album.self).title }
        for (type, body) in [
            ("application/json", #"{"title":"a","image":0,"more":[]}"#),
            ("application/x-www-form-urlencoded", "title=a&image=0"),
        ] {
            let answer = try await app.answer(
                .post, "/", headers: [.contentType: type], body: Body(body))
            #expect(answer.status == 422)
            #expect(answer.text.contains(#""code":"file""#), "\(answer.text)")
        }
    }

    @Test func `another content type is told what is taken`() async throws {
        let app = App(mode: .test)
        app.post("/") { request in try await request.decode(Album.self).title }
        let answer = try await app.answer(
            .post, "/", headers: [.contentType: "text/plain"], body: "x")
        #expect(answer.status == 415)
        #expect(answer.headers[.accept]?.contains("multipart/form-data") == true)
    }

    @Test func `files under names that the type does not have are not kept`() async throws {
        let app = App(mode: .test)
        app.post("/", body: .mebibytes(8)) { request in
            try await request.decode(Album.self).title
        }
        let form = MultipartText([
            .init("title", "a"), .init("image", "1", filename: "i"),
            .init("other", Self.big, filename: "x"),
        ])
        let answer = try await app.answer(.post, "/", headers: form.headers, body: Body(form.text))
        #expect(answer.text == "a")
    }

    @Test func `a part that is JSON is an object`() async throws {
        let app = App(mode: .test)
        app.post("/") { request in
            let lists = try await request.form([String: [Int]].self)
            return "\(lists["a", default: []]) \(lists["b", default: []])"
        }
        let form = MultipartText([
            .init("a", "[1,2]", filename: "blob", type: "application/json"),
            .init("b", "3"),
        ])
        let answer = try await app.answer(.post, "/", headers: form.headers, body: Body(form.text))
        #expect(answer.text == "[1, 2] [3]")
    }

    @Test func `a part that says that it is JSON and is none is refused by its name`() async throws
    {
        let app = App(mode: .test)
        app.post("/") { request in
            try await request.form([String: String].self)["b", default: ""]
        }
        let form = MultipartText([.init("a", "1"), .init("b", "[1,\n2", type: "application/json")])
        for body in [Body(form.text), form.streamed(by: 7)] {
            let answer = try await app.answer(.post, "/", headers: form.headers, body: body)
            #expect(answer.status == 400)
            let problem = try JSONReader.decode(JSON.self, from: answer.text)
            #expect(problem.text(at: "code") == "malformed_json")
            #expect(problem.text(at: "part") == "b")
            #expect(answer.text.contains("The part 'b' is not valid JSON: "))
            #expect(answer.text.contains(#""line":2"#) && answer.text.contains(#""column":2"#))
        }
    }
}

extension JSON {
    fileprivate func text(at name: String) -> String? {
        guard case .object(let object) = self, case .string(let text)? = object[name] else {
            return nil
        }
        return text
    }
}

/// What `@Schema` would write, by hand.
private struct Album: Sendable {
    var title: String
    var image: UploadedFile
    var more: [UploadedFile]
}

extension Album: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) {
        let mark = reader.violationCount
        var (title, image, more): (String?, UploadedFile?, [UploadedFile]?) = (nil, nil, nil)
        var seen: Set<String> = []
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.matches(key, "title") {
                title = try reader.member("title", String.self)
                seen.insert("title")
            } else if reader.matches(key, "image") {
                image = try reader.member("image", UploadedFile.self)
                seen.insert("image")
            } else if reader.matches(key, "more") {
                more = try reader.member("more", [UploadedFile].self)
            } else {
                try reader.skipMember(key)
            }
        }
        if !seen.contains("title") { reader.missing("title") }
        if !seen.contains("image") { reader.missing("image") }
        guard reader.violationCount == mark, let title, let image, let more else { throw .invalid }
        self.init(title: title, image: image, more: more)
    }

    func write(to writer: inout JSONWriter) { writer.null() }

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        let file = JSON.object(UploadedFile.describe(in: &registry).members)
        return JSONSchema([
            "type": "object",
            "properties": [
                "title": ["type": "string"], "image": file,
                "more": ["type": "array", "items": file],
            ],
            "required": ["title", "image", "more"],
        ])
    }
}
