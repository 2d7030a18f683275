// A client of Everything 1.2.0, written by Fledge from its OpenAPI document.
// Do not edit it: generate it again (`fledge-openapi client swift`).

public import Foundation

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// An API with one of each thing that a client has to write.
///
/// Nobody serves it. */ ends no comment.
public enum EverythingAPI {}

extension EverythingAPI {
    /// The operations, by group.
    ///
    /// It is a value without state of its own: make one, and copy it as you like.
    public struct Client: Sendable {
        let connection: Connection

        /// Creates a client.
        ///
        /// - Parameters:
        ///   - baseURL: Where the API is; a path in it comes before all others.
        ///   - headers: Fields of every call.
        ///   - token: Asked at each call, and sent as `Authorization: Bearer …`.
        ///   - transport: What carries the requests.
        public init(
            baseURL: URL, headers: [String: String] = [:],
            token: @escaping @Sendable () async throws -> String? = { nil },
            transport: any Transport = URLSessionTransport()
        ) {
            connection = Connection(baseURL: baseURL, headers: headers, token: token, transport: transport)
        }

        private init(_ connection: Connection) { self.connection = connection }

        /// The same client with further header fields in every call.
        public func with(headers: [String: String]) -> Client {
            var connection = connection
            connection.headers.merge(headers) { $1 }
            return Client(connection)
        }

        /// Whether somebody is there.
        ///
        /// `GET /ping`.
        public func ping() async throws -> String {
            let call = Call("GET", "/ping", accept: "text/*, application/problem+json")
            return try await connection.answer(call).text
        }

        /// `POST /login`.
        public func login(body: LoginBody) async throws {
            var call = Call("POST", "/login", accept: "application/problem+json")
            var form = Pairs()
            try form.add("", members: body)
            call.send(Data(form.encoded.utf8), as: "application/x-www-form-urlencoded")
            _ = try await connection.answer(call)
        }

        /// `POST /notes`.
        public func note(body: String? = nil) async throws -> JSON {
            var call = Call("POST", "/notes", accept: "application/json, application/problem+json")
            call.send(body.map { Data($0.utf8) }, as: "text/plain")
            return try await connection.answer(call).json()
        }

        /// What happens, as it happens.
        ///
        /// `GET /events`.
        public func events() async throws -> AsyncThrowingStream<ServerSentEvent, any Error> {
            let call = Call("GET", "/events", accept: "text/event-stream, application/problem+json")
            return try await connection.events(call)
        }

        /// `GET /old`.
        public func getOld() async throws {
            let call = Call("GET", "/old", accept: "application/problem+json")
            _ = try await connection.answer(call)
        }

        /// People who can order.
        public var users: UsersAPI { UsersAPI(connection: connection) }

        public var files: FilesAPI { FilesAPI(connection: connection) }
    }
}

extension EverythingAPI {
    /// People who can order.
    public struct UsersAPI: Sendable {
        let connection: Connection

        /// All users, a page at a time.
        ///
        /// `GET /users`.
        ///
        /// - Parameters:
        ///   - page: Default: 1.
        ///   - tag: Only those with all of these.
        ///   - sort: Default: "name".
        ///
        /// - Throws: ``ProblemError`` with status 400.
        public func list(
            page: Int? = nil,
            tag: [String]? = nil,
            sort: UsersListSort? = nil,
            since: Date? = nil,
            ids: [Int]? = nil,
            near: Point? = nil,
            xTraceID: UUID? = nil
        ) async throws -> PageOfUser {
            var call = Call("GET", "/users", accept: "application/json, application/problem+json")
            call.query.add("page", page)
            call.query.add("tag", tag)
            call.query.add("sort", sort)
            call.query.add("since", since)
            call.query.add("ids", commas: ids)
            try call.query.add("near", members: near)
            call.header("X-Trace-ID", xTraceID)
            return try await connection.answer(call).json()
        }

        /// A new user.
        ///
        /// Sends a letter of welcome.
        ///
        /// `POST /users`, with a token or the header 'X-Staff'.
        ///
        /// - Throws: ``ProblemError`` with status 409 (An error), 422.
        public func create(body: NewUser) async throws -> User {
            var call = Call("POST", "/users", accept: "application/json, application/problem+json")
            try call.send(json: body, as: "application/json")
            return try await connection.answer(call).json()
        }

        /// `GET /users/{id}`.
        ///
        /// - Throws: ``ProblemError`` with status 404.
        public func show(id: UserID) async throws -> User {
            let call = try Call("GET", "/users/" + segment("id", id), accept: "application/json, application/problem+json")
            return try await connection.answer(call).json()
        }

        /// `PATCH /users/{id}`.
        public func change(id: UserID, body: UserChange) async throws -> User? {
            var call = try Call("PATCH", "/users/" + segment("id", id), accept: "application/json, application/problem+json")
            try call.send(json: body, as: "application/merge-patch+json")
            let answer = try await connection.answer(call)
            return answer.status == 204 ? nil : try answer.json()
        }

        /// `DELETE /users/{id}`.
        ///
        /// - Throws: ``ProblemError`` with status 404.
        @available(*, deprecated)
        public func delete(id: UserID) async throws {
            let call = try Call("DELETE", "/users/" + segment("id", id), accept: "application/problem+json")
            _ = try await connection.answer(call)
        }

        /// What ``pay`` may give.
        public enum PayAnswer: Sendable {
            case ok(Receipt)
            case accepted(Job)
            case noContent
        }

        /// `POST /users/{id}/payments`.
        public func pay(id: Int, body: Payment) async throws -> PayAnswer {
            var call = try Call("POST", "/users/" + segment("id", id) + "/payments", accept: "application/json, application/problem+json")
            try call.send(json: body, as: "application/json")
            let answer = try await connection.answer(call)
            switch answer.status {
            case 202: return .accepted(try answer.json())
            case 204: return .noContent
            default: return .ok(try answer.json())
            }
        }
    }
}

extension EverythingAPI {
    /// The operations of `files`.
    public struct FilesAPI: Sendable {
        let connection: Connection

        /// `GET /files/{path}`.
        public func download(path: [String]) async throws -> Data {
            let call = try Call("GET", "/files/" + path.map { try segment("path", $0) }.joined(separator: "/"), accept: "*/*")
            return try await connection.answer(call).body
        }

        /// `PUT /files/{path}`.
        public func replace(path: [String], body: Data) async throws {
            var call = try Call("PUT", "/files/" + path.map { try segment("path", $0) }.joined(separator: "/"), accept: "application/problem+json")
            call.send(body, as: "application/octet-stream")
            _ = try await connection.answer(call)
        }

        /// `GET /files/report-{id}.pdf`.
        public func report(id: UUID) async throws -> Data {
            let call = try Call("GET", "/files/report-" + segment("id", id) + ".pdf", accept: "*/*")
            return try await connection.answer(call).body
        }

        /// `POST /avatars`.
        public func upload(body: FilesUploadBody) async throws -> URL {
            var call = Call("POST", "/avatars", accept: "application/json, application/problem+json")
            var form = MultipartForm()
            form.add("avatar", file: body.avatar)
            form.add("others", files: body.others)
            form.fields.add("caption", body.caption)
            call.send(form.data, as: form.mediaType)
            return try await connection.answer(call).json()
        }
    }
}

extension EverythingAPI {
    public enum UsersListSort: String, Codable, Hashable, Sendable {
        case name
        case minusCreatedAt = "-created_at"
    }
}

extension EverythingAPI {
    public struct Point: Codable, Hashable, Sendable {
        public var lat: Double
        public var lon: Double

        public init(lat: Double, lon: Double) {
            self.lat = lat
            self.lon = lon
        }
    }
}

extension EverythingAPI {
    public struct PageOfUser: Codable, Hashable, Sendable {
        public var items: [User]
        public var total: UInt64

        public init(items: [User], total: UInt64) {
            self.items = items
            self.total = total
        }
    }
}

extension EverythingAPI {
    /// Somebody who can order.
    public struct User: Codable, Hashable, Sendable {
        public var id: UserID
        /// Shown on invoices.
        public var name: String
        public var age: Int?
        public var createdAt: Date
        public var status: Status
        /// Default: [].
        public var tags: [String]
        public var manager: User? {
            get { boxedManager?.value }
            set { boxedManager = newValue.map(Boxed.init) }
        }
        private var boxedManager: Boxed<User>?
        public var reports: [User]?
        public var homePage: URL?
        public var scores: [String: Double]?
        public var extra: JSON?
        public var `default`: Bool?

        public init(
            id: UserID,
            name: String,
            createdAt: Date,
            status: Status,
            tags: [String],
            manager: User?,
            age: Int? = nil,
            reports: [User]? = nil,
            homePage: URL? = nil,
            scores: [String: Double]? = nil,
            extra: JSON? = nil,
            `default`: Bool? = nil
        ) {
            self.id = id
            self.name = name
            self.age = age
            self.createdAt = createdAt
            self.status = status
            self.tags = tags
            self.boxedManager = manager.map(Boxed.init)
            self.reports = reports
            self.homePage = homePage
            self.scores = scores
            self.extra = extra
            self.`default` = `default`
        }

        private enum CodingKeys: String, CodingKey {
            case id
            case name
            case age
            case createdAt
            case status
            case tags
            case boxedManager = "manager"
            case reports
            case homePage = "home_page"
            case scores
            case extra
            case `default`
        }
    }
}

extension EverythingAPI {
    /// The number of a user.
    public typealias UserID = Int
}

extension EverythingAPI {
    /// Where somebody is.
    public enum Status: RawRepresentable, Codable, Hashable, Sendable {
        case active
        case onLeave
        case gone
        /// A value that the document did not list when this client was written.
        case other(String)

        public init(rawValue: String) {
            switch rawValue {
            case "active": self = .active
            case "on leave": self = .onLeave
            case "gone": self = .gone
            default: self = .other(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .active: "active"
            case .onLeave: "on leave"
            case .gone: "gone"
            case .other(let text): text
            }
        }
    }
}

extension EverythingAPI {
    public struct NewUser: Codable, Hashable, Sendable {
        public var name: String
        /// `nil` leaves the member out, `.some(nil)` sends null.
        public var age: Int??
        public var born: Date?
        /// Default: [].
        public var tags: [String]?
        public var key: Data?
        public var address: NewUserAddress?

        public init(
            name: String,
            age: Int?? = nil,
            born: Date? = nil,
            tags: [String]? = nil,
            key: Data? = nil,
            address: NewUserAddress? = nil
        ) {
            self.name = name
            self.age = age
            self.born = born
            self.tags = tags
            self.key = key
            self.address = address
        }
    }
}

extension EverythingAPI {
    public struct NewUserAddress: Codable, Hashable, Sendable {
        public var city: String
        public var kind: NewUserAddressKind?

        public init(city: String, kind: NewUserAddressKind? = nil) {
            self.city = city
            self.kind = kind
        }
    }
}

extension EverythingAPI {
    public enum NewUserAddressKind: String, Codable, Hashable, Sendable {
        case home
        case work
    }
}

extension EverythingAPI {
    public struct UserChange: Codable, Hashable, Sendable {
        public var name: String?
        /// `nil` leaves the member out, `.some(nil)` sends null.
        public var age: Int??

        public init(name: String? = nil, age: Int?? = nil) {
            self.name = name
            self.age = age
        }
    }
}

extension EverythingAPI {
    /// How somebody pays.
    public enum Payment: Codable, Hashable, Sendable {
        case card(PaymentCard)
        case cash
        case transfer(Transfer)
        case inPlace(PaymentInPlace)
        /// An alternative that the document did not list when this client was written.
        case other(JSON)

        private enum CodingKeys: String, CodingKey {
            case tag = "type"
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let tag = try container.decode(String.self, forKey: .tag)
            switch tag {
            case "card": self = .card(try PaymentCard(from: decoder))
            case "cash": self = .cash
            case "transfer": self = .transfer(try Transfer(from: decoder))
            case "in_place": self = .inPlace(try PaymentInPlace(from: decoder))
            default: self = .other(try JSON(from: decoder))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            switch self {
            case .card(let value):
                try container.encode("card", forKey: .tag)
                try value.encode(to: encoder)
            case .cash:
                try container.encode("cash", forKey: .tag)
            case .transfer(let value):
                try container.encode("transfer", forKey: .tag)
                try value.encode(to: encoder)
            case .inPlace(let value):
                try container.encode("in_place", forKey: .tag)
                try value.encode(to: encoder)
            case .other(let value): try value.encode(to: encoder)
            }
        }
    }
}

extension EverythingAPI {
    public struct PaymentCard: Codable, Hashable, Sendable {
        public var number: String

        public init(number: String) {
            self.number = number
        }
    }
}

extension EverythingAPI {
    public struct Transfer: Codable, Hashable, Sendable {
        public var iban: String

        public init(iban: String) {
            self.iban = iban
        }
    }
}

extension EverythingAPI {
    public struct PaymentInPlace: Codable, Hashable, Sendable {
        public var lat: Double
        public var lon: Double

        public init(lat: Double, lon: Double) {
            self.lat = lat
            self.lon = lon
        }
    }
}

extension EverythingAPI {
    public struct Receipt: Codable, Hashable, Sendable {
        public var paid: Payment
        public var total: String
        public var file: ReceiptFile

        public init(paid: Payment, total: String, file: ReceiptFile) {
            self.paid = paid
            self.total = total
            self.file = file
        }
    }
}

extension EverythingAPI {
    public enum ReceiptFile: Codable, Hashable, Sendable {
        case text(String)
        case integer(Int)
        case fileModel(FileModel)
        /// An alternative that the document did not list when this client was written.
        case other(JSON)

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(String.self) {
                self = .text(value)
                return
            }
            if let value = try? container.decode(Int.self) {
                self = .integer(value)
                return
            }
            if let value = try? container.decode(FileModel.self) {
                self = .fileModel(value)
                return
            }
            self = .other(try container.decode(JSON.self))
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let value):
                try container.encode(value)
            case .integer(let value):
                try container.encode(value)
            case .fileModel(let value):
                try container.encode(value)
            case .other(let value): try container.encode(value)
            }
        }
    }
}

extension EverythingAPI {
    public struct FileModel: Codable, Hashable, Sendable {
        public var name: String

        public init(name: String) {
            self.name = name
        }
    }
}

extension EverythingAPI {
    public struct Job: Codable, Hashable, Sendable {
        public var name: String
        /// From 0 to 1.
        public var progress: Double

        public init(name: String, progress: Double) {
            self.name = name
            self.progress = progress
        }
    }
}

extension EverythingAPI {
    public struct FilesUploadBody: Codable, Hashable, Sendable {
        public var avatar: FilePart
        public var others: [FilePart]?
        public var caption: String?

        public init(avatar: FilePart, others: [FilePart]? = nil, caption: String? = nil) {
            self.avatar = avatar
            self.others = others
            self.caption = caption
        }
    }
}

extension EverythingAPI {
    public struct LoginBody: Codable, Hashable, Sendable {
        public var user: String
        public var password: String
        public var stay: Bool?

        public init(user: String, password: String, stay: Bool? = nil) {
            self.user = user
            self.password = password
            self.stay = stay
        }
    }
}

extension EverythingAPI {
    /// An error answer (RFC 9457).
    public struct Problem: Hashable, Sendable {
        /// The status of the answer.
        public var status: Int
        /// A URI that names the kind of problem; `about:blank` means that the status says it all.
        public var type: String
        public var title: String
        /// What happened this time.
        public var detail: String?
        /// A stable word for programs: `"email_taken"`.
        public var code: String?
        /// What is wrong with which part of the input.
        public var errors: [Violation]
        /// Names this request in the server's log.
        public var requestID: String?
        /// The whole document: what this kind of problem tells besides is in here.
        public var members: [String: JSON]
    }

    /// One thing that is wrong with the input, and where: one of `pointer`, `parameter`, `header` and `cookie`.
    public struct Violation: Codable, Hashable, Sendable {
        /// A stable word for programs: `"missing"`.
        public var code: String
        public var message: String
        /// The member of the body, as a JSON Pointer: `"/lines/0/quantity"`.
        public var pointer: String?
        public var parameter: String?
        public var header: String?
        public var cookie: String?
    }

    /// Thrown when the server answers with a status of 400 or more.
    ///
    /// What keeps an answer from coming at all is thrown by the transport.
    public struct ProblemError: Error, LocalizedError, CustomStringConvertible, Sendable {
        public var problem: Problem
        /// The header fields of the answer by their names in small letters, such as `retry-after`.
        public var headers: [String: String]

        public var status: Int { problem.status }
        public var code: String? { problem.code }
        public var errors: [Violation] { problem.errors }

        /// What is wrong at one place, for a form to show beside the field: `error.message(at: "/email")`.
        public func message(at place: String) -> String? {
            errors.first { $0.pointer == place || $0.parameter == place }?.message
        }

        public var description: String {
            "\(status) \(problem.title)" + (problem.detail.map { ": \($0)" } ?? "")
        }

        public var errorDescription: String? { problem.detail ?? problem.title }
    }

    /// The result, or nil where the server says that there is none: `try await orNil { try await client.users.show(id: 1) }`.
    public static func orNil<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ call: () async throws -> Value
    ) async throws -> Value? {
        do {
            return try await call()
        } catch let error as ProblemError where error.status == 404 {
            return nil
        }
    }
}

extension EverythingAPI {
    /// A request, ready to be sent.
    public struct HTTPCall: Sendable {
        public var method: String
        public var url: URL
        public var headers: [String: String]
        public var body: Data?
    }

    /// An answer that has come in whole.
    public struct HTTPAnswer: Sendable {
        public var status: Int
        /// By their names in small letters.
        public var headers: [String: String]
        public var body: Data

        public init(status: Int, headers: [String: String], body: Data) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    /// What carries requests: `URLSession` unless told otherwise.
    ///
    /// Another HTTP library needs a conformance of a few lines, and a test can answer by itself.
    public protocol Transport: Sendable {
        func send(_ call: HTTPCall) async throws -> HTTPAnswer

        /// Sends, and gives the body piece by piece as it comes.
        func stream(_ call: HTTPCall) async throws -> HTTPStream
    }

    /// Sends with a `URLSession`.
    public struct URLSessionTransport: Transport {
        private let session: URLSession

        public init(session: URLSession = .shared) { self.session = session }

        public func send(_ call: HTTPCall) async throws -> HTTPAnswer {
            let (body, response) = try await session.data(for: Self.request(call))
            return HTTPAnswer(status: Self.status(response), headers: Self.headers(response), body: body)
        }

        static func request(_ call: HTTPCall) -> URLRequest {
            var request = URLRequest(url: call.url)
            request.httpMethod = call.method
            request.httpBody = call.body
            for (name, value) in call.headers { request.setValue(value, forHTTPHeaderField: name) }
            return request
        }

        static func status(_ response: URLResponse) -> Int {
            (response as? HTTPURLResponse)?.statusCode ?? 0
        }

        static func headers(_ response: URLResponse) -> [String: String] {
            var headers: [String: String] = [:]
            for (name, value) in (response as? HTTPURLResponse)?.allHeaderFields ?? [:] {
                if let name = name as? String { headers[name.lowercased()] = "\(value)" }
            }
            return headers
        }
    }
}

extension EverythingAPI {
    /// Any JSON value.
    public enum JSON: Codable, Hashable, Sendable {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        case array([JSON])
        case object([String: JSON])

        public init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let bool = try? value.decode(Bool.self) {
                self = .bool(bool)
            } else if let integer = try? value.decode(Int.self) {
                self = .integer(integer)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else if let string = try? value.decode(String.self) {
                self = .string(string)
            } else if let array = try? value.decode([JSON].self) {
                self = .array(array)
            } else {
                self = .object(try value.decode([String: JSON].self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .null: try value.encodeNil()
            case .bool(let bool): try value.encode(bool)
            case .integer(let integer): try value.encode(integer)
            case .number(let number): try value.encode(number)
            case .string(let string): try value.encode(string)
            case .array(let array): try value.encode(array)
            case .object(let object): try value.encode(object)
            }
        }

        var text: String? { if case .string(let text) = self { text } else { nil } }
    }

    /// How a value stands in a path, in a query and in a header field.
    static func text(_ value: some Hashable) -> String {
        switch value {
        case let date as Date: ISO8601.text(date)
        case let uuid as UUID: uuid.uuidString.lowercased()
        case let url as URL: url.absoluteString
        case let data as Data: data.base64EncodedString()
        case let value as any RawRepresentable: "\(value.rawValue)"
        default: "\(value)"
        }
    }
}

extension EverythingAPI {
    /// Where calls go and what all of them send.
    struct Connection: Sendable {
        var baseURL: URL
        var headers: [String: String]
        var token: @Sendable () async throws -> String?
        var transport: any Transport

        func prepare(_ call: Call) async throws -> HTTPCall {
            var base = baseURL.absoluteString
            if base.hasSuffix("/") { base.removeLast() }
            guard let url = URL(string: base + call.path + call.query.afterQuestionMark) else {
                throw URLError(.badURL)
            }
            var headers = ["accept": call.accept]
            if let token = try await token() { headers["authorization"] = "Bearer \(token)" }
            // The fields of the call win over those of the client, however they are written.
            for (name, value) in self.headers { headers[name.lowercased()] = value }
            for (name, value) in call.headers { headers[name.lowercased()] = value }
            return HTTPCall(method: call.method, url: url, headers: headers, body: call.body)
        }

        func answer(_ call: Call) async throws -> HTTPAnswer {
            let answer = try await transport.send(prepare(call))
            guard answer.status < 400 else { throw ProblemError(answer) }
            return answer
        }
    }

    /// A call as its function writes it.
    struct Call {
        var method: String
        var path: String
        var accept: String
        var query = Pairs()
        var headers: [String: String] = [:]
        var body: Data?

        init(_ method: String, _ path: String, accept: String) {
            self.method = method
            self.path = path
            self.accept = accept
        }

        mutating func header(_ name: String, _ value: (some Hashable)?) {
            if let value { headers[name] = text(value) }
        }

        mutating func send(_ body: Data?, as type: String) {
            guard let body else { return }
            self.body = body
            headers["Content-Type"] = type
        }

        mutating func send(json body: (some Encodable)?, as type: String) throws {
            guard let body else { return }
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .custom { date, encoder in
                var value = encoder.singleValueContainer()
                try value.encode(ISO8601.text(date))
            }
            encoder.outputFormatting = .withoutEscapingSlashes
            send(try encoder.encode(body), as: type)
        }
    }

    /// One segment of a path.
    ///
    /// `.` and `..` are refused: a URL that has them, escaped or not, is one of another path.
    static func segment(_ name: String, _ value: some Hashable) throws -> String {
        let text = text(value)
        guard !["", ".", ".."].contains(text) else {
            throw ImpossibleParameter(description: "'\(name)' is part of the path and cannot be '\(text)'.")
        }
        return escape(text)
    }

    struct ImpossibleParameter: Error, CustomStringConvertible {
        var description: String
    }

    /// Escapes all but what RFC 3986 calls unreserved.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                escaped += byte < 16 ? "%0" : "%"
                escaped += String(byte, radix: 16, uppercase: true)
            }
        }
        return escaped
    }

    /// RFC 3339, in UTC, with milliseconds.
    enum ISO8601 {
        static func text(_ date: Date) -> String {
            date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }

        static func date(_ text: String) throws -> Date {
            if let date = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) {
                return date
            }
            return try Date(text, strategy: Date.ISO8601FormatStyle())
        }
    }
}

extension EverythingAPI {
    /// Names and values: of a query, or of a form.
    struct Pairs {
        var pairs: [(name: String, value: String)] = []

        mutating func add(_ name: String, _ value: (some Hashable)?) {
            if let value { pairs.append((name, text(value))) }
        }

        /// A list repeats its name.
        mutating func add(_ name: String, _ values: [some Hashable]?) {
            for value in values ?? [] { add(name, value) }
        }

        /// A list in one value.
        mutating func add(_ name: String, commas values: [some Hashable]?) {
            guard let values, !values.isEmpty else { return }
            pairs.append((name, values.map { text($0) }.joined(separator: ",")))
        }

        /// The members of a value stand in brackets behind its name.
        mutating func add(_ name: String, members value: (some Encodable)?) throws {
            guard let value else { return }
            var call = Call("", "", accept: "")
            try call.send(json: value, as: "")
            guard let data = call.body else { return }
            add(name, try JSONDecoder().decode(JSON.self, from: data))
        }

        private mutating func add(_ name: String, _ value: JSON) {
            switch value {
            case .null: break
            case .bool(let bool): add(name, bool)
            case .integer(let integer): add(name, integer)
            case .number(let number): add(name, number)
            case .string(let string): add(name, string)
            case .array(let elements): for element in elements { add(name, element) }
            case .object(let members):
                for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                    add(name.isEmpty ? key : "\(name)[\(key)]", member)
                }
            }
        }

        var encoded: String {
            pairs.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&")
        }

        var afterQuestionMark: String { pairs.isEmpty ? "" : "?" + encoded }
    }
}

extension EverythingAPI {
    /// A file in a form.
    public struct FilePart: Codable, Hashable, Sendable {
        public var name: String
        public var mediaType: String
        public var data: Data

        public init(name: String, mediaType: String = "application/octet-stream", data: Data) {
            self.name = name
            self.mediaType = mediaType
            self.data = data
        }
    }

    /// A form with files (RFC 7578).
    struct MultipartForm {
        var fields = Pairs()
        private var files: [(name: String, file: FilePart)] = []
        private let boundary = "form-" + UUID().uuidString

        mutating func add(_ name: String, file: FilePart?) {
            if let file { files.append((name, file)) }
        }

        mutating func add(_ name: String, files: [FilePart]?) {
            for file in files ?? [] { add(name, file: file) }
        }

        var mediaType: String { "multipart/form-data; boundary=\(boundary)" }

        var data: Data {
            var data = Data()
            for (name, value) in fields.pairs {
                data += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(name))\"\r\n\r\n\(value)\r\n".utf8)
            }
            for (name, file) in files {
                let names = "name=\"\(quoted(name))\"; filename=\"\(quoted(file.name))\""
                let type = file.mediaType.filter { !$0.isNewline }
                data += Data("--\(boundary)\r\nContent-Disposition: form-data; \(names)\r\nContent-Type: \(type)\r\n\r\n".utf8)
                data += file.data + Data("\r\n".utf8)
            }
            return data + Data("--\(boundary)--\r\n".utf8)
        }

        /// As browsers do (HTML, 4.10.21.8).
        private func quoted(_ text: String) -> String {
            text.replacingOccurrences(of: "\"", with: "%22")
                .replacingOccurrences(of: "\r", with: "%0D").replacingOccurrences(of: "\n", with: "%0A")
        }
    }
}

extension EverythingAPI {
    /// An answer whose body comes piece by piece.
    public struct HTTPStream: Sendable {
        public var status: Int
        /// By their names in small letters.
        public var headers: [String: String]
        public var body: AsyncThrowingStream<Data, any Error>

        public init(status: Int, headers: [String: String], body: AsyncThrowingStream<Data, any Error>) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }
}

extension EverythingAPI {
    /// One event of a stream.
    public struct ServerSentEvent: Hashable, Sendable {
        /// `message` unless the server says another.
        public var event: String
        public var data: String
        /// The last id that the server gave; empty when it gave none.
        public var id: String
    }

    /// Takes events out of a stream of bytes (HTML, 9.2.6).
    struct EventParser {
        private var line: [UInt8] = []
        private var endedWithReturn = false
        private var event = ""
        private var id = ""
        private var data: [String] = []

        mutating func read(_ bytes: Data) -> [ServerSentEvent] {
            var events: [ServerSentEvent] = []
            for byte in bytes {
                let isSecondHalf = endedWithReturn && byte == UInt8(ascii: "\n")
                endedWithReturn = byte == UInt8(ascii: "\r")
                if isSecondHalf { continue }
                guard endedWithReturn || byte == UInt8(ascii: "\n") else {
                    line.append(byte)
                    continue
                }
                if let event = endLine() { events.append(event) }
            }
            return events
        }

        private mutating func endLine() -> ServerSentEvent? {
            defer { line.removeAll(keepingCapacity: true) }
            guard !line.isEmpty else {
                defer { (event, data) = ("", []) }
                guard !data.isEmpty else { return nil }
                return ServerSentEvent(
                    event: event.isEmpty ? "message" : event, data: data.joined(separator: "\n"), id: id)
            }
            let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
            var value = line[colon...].dropFirst()
            if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
            let text = String(decoding: value, as: UTF8.self)
            switch String(decoding: line[..<colon], as: UTF8.self) {
            case "data": data.append(text)
            case "event": event = text
            case "id" where !text.contains("\0"): id = text
            default: break
            }
            return nil
        }
    }
}

extension EverythingAPI {
    /// Lets a type have a member of its own type.
    indirect enum Boxed<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
        case value(Value)

        init(_ value: Value) { self = .value(value) }

        var value: Value {
            switch self {
            case .value(let value): value
            }
        }

        init(from decoder: any Decoder) throws { self = .value(try Value(from: decoder)) }

        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
    }
}

extension EverythingAPI.HTTPAnswer {
    func json<Value: Decodable>() throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            try EverythingAPI.ISO8601.date(decoder.singleValueContainer().decode(String.self))
        }
        return try decoder.decode(Value.self, from: body)
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}

extension EverythingAPI.ProblemError {
    /// Every error answer becomes a problem, whoever gave it: a proxy in between sends pages.
    init(_ answer: EverythingAPI.HTTPAnswer) {
        let isJSON = answer.headers["content-type"]?.lowercased().contains("json") == true
        let document = isJSON ? try? JSONDecoder().decode(Members.self, from: answer.body) : nil
        let violations = isJSON ? try? JSONDecoder().decode(Violations.self, from: answer.body) : nil
        let members = document ?? [:]
        problem = EverythingAPI.Problem(
            status: answer.status, type: members["type"]?.text ?? "about:blank",
            title: members["title"]?.text ?? "Error", detail: members["detail"]?.text,
            code: members["code"]?.text, errors: violations?.errors ?? [],
            requestID: members["requestId"]?.text, members: members)
        headers = answer.headers
    }

    private typealias Members = [String: EverythingAPI.JSON]

    private struct Violations: Decodable {
        var errors: [EverythingAPI.Violation]?
    }
}

extension EverythingAPI.Connection {
    /// - Returns: The events as they come; ending the loop over them ends the request.
    func events(_ call: EverythingAPI.Call) async throws -> AsyncThrowingStream<EverythingAPI.ServerSentEvent, any Error> {
        let stream = try await transport.stream(prepare(call))
        guard stream.status < 400 else {
            var body = Data()
            for try await piece in stream.body { body += piece }
            throw EverythingAPI.ProblemError(
                EverythingAPI.HTTPAnswer(status: stream.status, headers: stream.headers, body: body))
        }
        return AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    var parser = EverythingAPI.EventParser()
                    for try await piece in stream.body {
                        for event in parser.read(piece) { continuation.yield(event) }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension EverythingAPI.URLSessionTransport {
    public func stream(_ call: EverythingAPI.HTTPCall) async throws -> EverythingAPI.HTTPStream {
        let receiver = StreamReceiver()
        // A session of its own: its delegate gets the pieces, and it ends with the stream.
        let own = URLSession(configuration: session.configuration, delegate: receiver, delegateQueue: nil)
        let task = own.dataTask(with: Self.request(call))
        receiver.pieces.onTermination = { _ in
            task.cancel()
            own.finishTasksAndInvalidate()
        }
        return try await withTaskCancellationHandler {
            task.resume()
            var heads = receiver.heads.makeAsyncIterator()
            guard let response = try await heads.next() else { throw CancellationError() }
            return EverythingAPI.HTTPStream(
                status: Self.status(response), headers: Self.headers(response), body: receiver.body)
        } onCancel: {
            task.cancel()
        }
    }

    private final class StreamReceiver: NSObject, URLSessionDataDelegate, Sendable {
        let heads: AsyncThrowingStream<URLResponse, any Error>
        let body: AsyncThrowingStream<Data, any Error>
        let pieces: AsyncThrowingStream<Data, any Error>.Continuation
        private let head: AsyncThrowingStream<URLResponse, any Error>.Continuation

        override init() {
            (heads, head) = AsyncThrowingStream.makeStream()
            (body, pieces) = AsyncThrowingStream.makeStream()
        }

        func urlSession(
            _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
            completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
        ) {
            head.yield(response)
            head.finish()
            completionHandler(.allow)
        }

        func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
            pieces.yield(data)
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
            head.finish(throwing: error)
            pieces.finish(throwing: error)
        }
    }
}

