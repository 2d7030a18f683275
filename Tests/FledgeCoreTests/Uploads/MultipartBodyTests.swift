// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import NIOCore
import Testing

/// A multipart body that a handler reads part by part.
@Suite struct MultipartBodyTests {
    private func app() -> App {
        let app = App(mode: .test)
        app.post("/texts") { request in
            var texts: [String] = []
            for try await part in try request.multipart() {
                let file = part.filename.map { " (\($0), \(part.contentType?.description ?? "-"))" }
                texts.append("\(part.name)\(file ?? ""): \(try await part.text(upTo: 20))")
            }
            return texts.joined(separator: "\n")
        }
        app.post("/names") { request in
            var names: [String] = []
            for try await part in try request.multipart() { names.append(part.name) }
            return names.joined(separator: " ")
        }
        app.post("/late") { request in
            var parts: [Multipart.Part] = []
            for try await part in try request.multipart() { parts.append(part) }
            return try await parts[0].text(upTo: 20)
        }
        return app
    }

    private static let form = MultipartText([
        .init("a", "1"), .init("b", "two\r\nlines"),
        .init("c", "3", filename: "x/c.txt", type: "text/plain"),
    ])

    @Test func `gives its parts in order, whole or cut`() async throws {
        for body in [Body(Self.form.text), Self.form.streamed(by: 1), Self.form.streamed(by: 50)] {
            let answer = try await app().answer(
                .post, "/texts", headers: Self.form.headers, body: body)
            #expect(answer.text == "a: 1\nb: two\r\nlines\nc (c.txt, text/plain): 3")
        }
    }

    @Test func `skips what is not read`() async throws {
        let answer = try await app().answer(
            .post, "/names", headers: Self.form.headers, body: Self.form.streamed(by: 3))
        #expect(answer.text == "a b c")
    }

    @Test func `a part that has been passed cannot be read`() async throws {
        let answer = try await app().answer(
            .post, "/late", headers: Self.form.headers, body: Body(Self.form.text))
        #expect(answer.status == 500)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: String
        let status: Int
        let detail: String
        var type = "multipart/form-data; boundary=b"
        var limits = Limits()

        init(
            _ name: String, _ body: String, _ status: Int, _ detail: String,
            type: String = "multipart/form-data; boundary=b",
            _ set: (inout Limits) -> Void = { _ in }
        ) {
            testDescription = name
            self.body = body
            self.status = status
            self.detail = detail
            self.type = type
            set(&limits)
        }
    }

    static let refusals = [
        Refusal("another type", "{}", 415, "multipart/form-data; this", type: "application/json"),
        Refusal("no boundary", "", 400, "has no boundary", type: "multipart/form-data"),
        Refusal("no part", "x", 400, "the boundary 'b' does not stand"),
        Refusal("cut off", form.text.dropLast(9).description, 400, "it was cut off"),
        Refusal("a part that is too long", long, 413, "The part 'a' is larger than 20 bytes."),
        Refusal("too many parts", form.text, 413, "more than 2 parts") { $0.multipartParts = 2 },
        Refusal("long part headers", form.text, 413, "The headers of part 3") {
            $0.multipartPartHeaders = 60
        },
        Refusal("too many bytes", form.text, 413, "larger than the 30 bytes") { $0.body = 30 },
    ]

    private static let long =
        MultipartText([.init("a", String(repeating: "x", count: 21))]).text

    @Test(arguments: refusals)
    func `is refused when it breaks a rule or a limit`(_ row: Refusal) async throws {
        for isStreamed in [false, true] {
            let app = app()
            app.limits = row.limits
            let body = isStreamed ? streamed(row.body) : Body(row.body)
            let answer = try await app.answer(
                .post, "/texts", headers: [.contentType: row.type], body: body)
            #expect(answer.status == row.status, "\(answer.text)")
            #expect(answer.text.contains(row.detail), "\(answer.text)")
        }
    }

    @Test func `a part is saved as a whole, or not at all`() async throws {
        try await withFiles([:]) { folder in
            let app = App(mode: .test)
            app.post("/") { request in
                for try await part in try request.multipart() {
                    return "\(try await part.save(to: folder + "/saved"))"
                }
                return "none"
            }
            let form = MultipartText([.init("a", String(repeating: "x", count: 1000))])
            let answer = try await app.answer(
                .post, "/", headers: form.headers, body: form.streamed(by: 100))
            #expect(answer.text == "1000")
            #expect(try names(in: folder) == ["saved"])
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/saved")
            #expect(attributes[.posixPermissions] as? Int == 0o600)

            let cut = streamed(String(form.text.prefix(500)))
            let refused = try await app.answer(.post, "/", headers: form.headers, body: cut)
            #expect(refused.status == 400)
            #expect(try names(in: folder) == ["saved"])
            #expect(FileManager.default.contents(atPath: folder + "/saved")?.count == 1000)
        }
    }
}

/// What is in a folder.
func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// A multipart body, written by hand.
struct MultipartText {
    struct Part {
        var name: String
        var filename: String?
        var type: String?
        var text: String

        init(_ name: String, _ text: String, filename: String? = nil, type: String? = nil) {
            self.name = name
            self.filename = filename
            self.type = type
            self.text = text
        }
    }

    let text: String
    let headers: Fields = [.contentType: "multipart/form-data; boundary=b"]

    init(_ parts: [Part]) {
        let lines = parts.map { part in
            let file = part.filename.map { "; filename=\"\($0)\"" } ?? ""
            let type = part.type.map { "Content-Type: \($0)\r\n" } ?? ""
            return "--b\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n"
                + "\(type)\r\n\(part.text)\r\n"
        }
        text = lines.joined() + "--b--\r\n"
    }

    /// In pieces, so that its size is not known before.
    func streamed(by size: Int) -> Body {
        let bytes = Array(text.utf8)
        return .stream { writer in
            for start in stride(from: 0, to: bytes.count, by: size) {
                try await writer.write(
                    ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
            }
        }
    }
}
