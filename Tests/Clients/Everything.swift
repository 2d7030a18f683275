// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What a generated client sends and how it reads, without a server: the transport is a type of this file.
// Then, with STREAMS=<url>, what only a server can show.

import Foundation

/// Answers every call in one way, and keeps the call.
final class FakeTransport: EverythingAPI.Transport, @unchecked Sendable {
    private let answer: EverythingAPI.HTTPAnswer
    // Calls of one test come one after the other.
    var sent: EverythingAPI.HTTPCall?

    init(_ status: Int, _ body: String = "", type: String = "application/json") {
        answer = .init(status: status, headers: ["content-type": type], body: Data(body.utf8))
    }

    func send(_ call: EverythingAPI.HTTPCall) async throws -> EverythingAPI.HTTPAnswer {
        sent = call
        return answer
    }

    func stream(_ call: EverythingAPI.HTTPCall) async throws -> EverythingAPI.HTTPStream {
        let body = answer.body
        return .init(
            status: answer.status, headers: answer.headers,
            body: AsyncThrowingStream { pieces in
                for byte in body { pieces.yield(Data([byte])) }
                pieces.finish()
            })
    }

    var client: EverythingAPI.Client {
        .init(baseURL: base, token: { "secret" }, transport: self)
    }

    var body: String { String(decoding: sent?.body ?? Data(), as: UTF8.self) }
    var target: String {
        sent?.url.absoluteString.replacingOccurrences(of: "https://api.example/base", with: "")
            ?? ""
    }
}

let base = URL(string: "https://api.example/base/") ?? URL(filePath: "/")
let ada =
    #"{"id":1,"name":"Ada","createdAt":"2026-11-22T15:04:05.250Z","status":"active","tags":[],"manager":null}"#

@main struct Everything {
    static func main() async {
        var suite = Suite()
        await suite.test("a query has what was said and nothing else") {
            let transport = FakeTransport(200, #"{"items":[\#(ada)],"total":18446744073709551615}"#)
            let page = try await transport.client.users.list(
                page: 2, tag: ["a b", "c&d"], sort: .minusCreatedAt,
                since: Date(timeIntervalSince1970: 0), ids: [1, 2],
                near: .init(lat: 0.5, lon: -1),
                xTraceID: UUID(uuidString: "4C1D3FF6-7D8E-4F7B-B7A5-111111111111"))
            try equal(page.total, .max)
            try equal(page.items[0].createdAt, Date(timeIntervalSince1970: 1_795_359_845.25))
            try equal(
                transport.target,
                "/users?page=2&tag=a%20b&tag=c%26d&sort=-created_at&since=1970-01-01T00%3A00%3A00.000Z&ids=1%2C2"
                    + "&near%5Blat%5D=0.5&near%5Blon%5D=-1")
            try equal(transport.sent?.headers["x-trace-id"], "4c1d3ff6-7d8e-4f7b-b7a5-111111111111")
            try equal(transport.sent?.headers["authorization"], "Bearer secret")
            _ = try await transport.client.users.list(tag: [], ids: [])
            try equal(transport.target, "/users")
        }
        await suite.test("absent, null and value are three things") {
            let transport = FakeTransport(201, ada)
            for (user, json) in [
                (EverythingAPI.NewUser(name: "Ada"), #"{"name":"Ada"}"#),
                (.init(name: "Ada", age: .some(nil)), #"{"age":null,"name":"Ada"}"#),
                (.init(name: "Ada", age: 36), #"{"age":36,"name":"Ada"}"#),
                (.init(name: "Ada", key: Data([1])), #"{"key":"AQ==","name":"Ada"}"#),
                (
                    .init(name: "Ada", born: Date(timeIntervalSince1970: 0.5)),
                    #"{"born":"1970-01-01T00:00:00.500Z","name":"Ada"}"#
                ),
            ] {
                _ = try await transport.client.users.create(body: user)
                try equal(sorted(transport.body), json)
            }
        }
        await suite.test("a segment of the path cannot become another path") {
            let transport = FakeTransport(200, "x", type: "text/plain")
            _ = try await transport.client.files.download(path: ["a/b", "ü?#", "%2e"])
            try equal(transport.target, "/files/a%2Fb/%C3%BC%3F%23/%252e")
            for part in ["..", ".", ""] {
                try await fails {
                    _ = try await transport.client.files.download(path: ["a", part])
                }
            }
        }
        await suite.test("answers of several types, and none") {
            let user = try await FakeTransport(200, ada).client.users.change(
                id: 1, body: .init(age: .some(nil)))
            try equal(user?.name, "Ada")
            let none = try await FakeTransport(204).client.users.change(id: 1, body: .init())
            try equal(none, nil)
            let job = try await FakeTransport(202, #"{"name":"x","progress":0.5}"#).client.users
                .pay(id: 1, body: .cash)
            guard case .accepted(let job) = job else { throw Failure("\(job)") }
            try equal(job.progress, 0.5)
            guard
                case .noContent = try await FakeTransport(204).client.users.pay(id: 1, body: .cash)
            else {
                throw Failure("204 is no content")
            }
        }
        await suite.test("unions keep their discriminator, and what is new stays whole") {
            let transport = FakeTransport(
                200, #"{"paid":{"type":"crypto","coin":1},"total":"1.10","file":{"name":"a"}}"#)
            for (payment, json) in [
                (
                    EverythingAPI.Payment.card(.init(number: "42")),
                    #"{"number":"42","type":"card"}"#
                ),
                (.cash, #"{"type":"cash"}"#),
                (.transfer(.init(iban: "DE")), #"{"iban":"DE","type":"transfer"}"#),
                (.inPlace(.init(lat: 1, lon: 2)), #"{"lat":1,"lon":2,"type":"in_place"}"#),
            ] {
                guard
                    case .ok(let receipt) = try await transport.client.users.pay(
                        id: 1, body: payment)
                else {
                    throw Failure("200 is ok")
                }
                try equal(sorted(transport.body), json)
                try equal(
                    receipt.paid, .other(.object(["type": .string("crypto"), "coin": .integer(1)])))
                try equal(receipt.file, .fileModel(.init(name: "a")))
                let read = try JSONDecoder().decode(
                    EverythingAPI.Payment.self, from: Data(json.utf8))
                try equal(read, payment)
            }
        }
        await suite.test("enumerations and types of themselves survive a newer server") {
            let text = ada.replacingOccurrences(of: #""active""#, with: #""retired""#)
                .replacingOccurrences(of: #""manager":null"#, with: #""manager":\#(ada),"new":1"#)
            let user = try await FakeTransport(200, text).client.users.show(id: 1)
            try equal(user.status, .other("retired"))
            try equal(user.manager?.status, .active)
            try equal(user.manager?.manager, nil)
        }
        await suite.test("a problem is thrown with all that it says") {
            let transport = FakeTransport(
                422,
                #"{"title":"No","status":422,"code":"invalid_body","left":3,"errors":[{"code":"missing","message":"is required","pointer":"/name","params":{"min":1,"values":["a"]}}]}"#,
                type: "application/problem+json")
            do {
                _ = try await transport.client.users.create(body: .init(name: ""))
                throw Failure("nothing was thrown")
            } catch let error as EverythingAPI.ProblemError {
                try equal(error.status, 422)
                try equal(error.code, "invalid_body")
                try equal(error.message(at: "/name"), "is required")
                try equal(error.errors.first?.params?["min"], .integer(1))
                try equal(error.problem.members["left"], .integer(3))
                try equal("\(error)", "422 No")
            }
        }
        await suite.test("an error answer that is no problem is one all the same") {
            for (body, type) in [
                ("<html>", "text/html"), ("[1]", "application/json"),
                (#"{"errors":1}"#, "application/json"),
            ] {
                do {
                    _ = try await FakeTransport(502, body, type: type).client.ping()
                    throw Failure("nothing was thrown")
                } catch let error as EverythingAPI.ProblemError {
                    try equal(error.status, 502)
                    try equal(error.errors, [])
                }
            }
            let none = try await EverythingAPI.orNil {
                try await FakeTransport(404, "{}").client.users.show(id: 1)
            }
            try equal(none, nil)
            try await fails {
                _ = try await EverythingAPI.orNil {
                    try await FakeTransport(403, "{}").client.users.show(id: 1)
                }
            }
        }
        await suite.test("fields of a copy, forms and files") {
            let transport = FakeTransport(204)
            let staff = transport.client.with(headers: [
                "X-Staff": "yes", "Authorization": "Basic x",
            ])
            try await staff.login(body: .init(user: "ada", password: "a&b=c", stay: true))
            try equal(
                transport.body.split(separator: "&").sorted(),
                ["password=a%26b%3Dc", "stay=true", "user=ada"])
            try equal(transport.sent?.headers["x-staff"], "yes")
            try equal(transport.sent?.headers["authorization"], "Basic x")

            let storing = FakeTransport(201, #""https://cdn.example/1""#)
            let file = EverythingAPI.FilePart(
                name: "a\".png", mediaType: "image/png", data: Data("bytes".utf8))
            let url = try await storing.client.files.upload(
                body: .init(avatar: file, others: [file], caption: "Me"))
            try equal(url.absoluteString, "https://cdn.example/1")
            let boundary = storing.sent?.headers["content-type"]?.split(separator: "=").last ?? "-"
            let part = "--\(boundary)\r\nContent-Disposition: form-data; name="
            let image = "filename=\"a%22.png\"\r\nContent-Type: image/png\r\n\r\nbytes\r\n"
            try equal(
                storing.body,
                "\(part)\"caption\"\r\n\r\nMe\r\n\(part)\"avatar\"; \(image)\(part)\"others\"; \(image)--\(boundary)--\r\n"
            )
        }
        await suite.test("a form without a description takes any parts") {
            let transport = FakeTransport(204)
            var form = EverythingAPI.MultipartForm()
            form.add("note", text: "hello")
            form.add(
                "file", file: .init(name: "a.txt", mediaType: "text/plain", data: Data("x".utf8)))
            try await transport.client.files.attach(body: form)
            try equal(transport.body.contains("name=\"note\"\r\n\r\nhello\r\n"), true)
            try equal(
                transport.body.contains(
                    "filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nx\r\n"), true)
        }
        await suite.test("events, however their bytes are cut") {
            let text =
                ": hello\n\nevent: move\ndata: 1\ndata:2\nid: 7\n\ndata: ü\r\n\r\ndata\r\rid: a\0b\ndata: x\n\ndata: cut"
            var events: [EverythingAPI.ServerSentEvent] = []
            for try await event in try await FakeTransport(200, text).client.events() {
                events.append(event)
            }
            try equal(
                events,
                [
                    .init(event: "move", data: "1\n2", id: "7"),
                    .init(event: "message", data: "ü", id: "7"),
                    .init(event: "message", data: "", id: "7"),
                    .init(event: "message", data: "x", id: "7"),
                ])
        }
        if let streams = ProcessInfo.processInfo.environment["STREAMS"].flatMap({ URL(string: $0) })
        {
            await suite.test("an event is there before the next one is sent") {
                let client = EverythingAPI.Client(baseURL: streams)
                var seen: [String] = []
                for try await event in try await client.events() {
                    seen.append(event.data)
                    // The server sends the second only when it is asked for.
                    if seen.count == 1 { try equal(try await client.ping(), "pong") }
                }
                try equal(seen, ["first", "second"])
            }
        }
        suite.finish()
    }

    static func sorted(_ json: String) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let data = try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
        return String(decoding: data, as: UTF8.self)
    }
}
