// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Parts of a Swift client that only some APIs need.
extension SwiftRuntime {
    /// What stands inside the namespace.
    static func helpers(_ features: ClientFeatures, boxes: Bool) -> [String] {
        var helpers = [pairs]
        if features.contains(.multipart) { helpers.append(multipart) }
        if features.contains(.events) { helpers += [streams, events] }
        if boxes { helpers.append(box) }
        return helpers
    }

    private static let pairs = #"""
        /// Names and values: of a query, or of a form.
        struct Pairs: Sendable {
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
                var call = Call("", "")
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
        """#

    private static let multipart = #"""
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
        public struct MultipartForm: Sendable {
            var fields = Pairs()
            private var files: [(name: String, file: FilePart)] = []
            private let boundary = "form-" + UUID().uuidString

            /// An empty form.
            public init() {}

            /// Adds a text.
            public mutating func add(_ name: String, text: String) { fields.add(name, text) }

            /// Adds a file, when there is one.
            public mutating func add(_ name: String, file: FilePart?) {
                if let file { files.append((name, file)) }
            }

            mutating func add(_ name: String, files: [FilePart]?) {
                for file in files ?? [] { add(name, file: file) }
            }

            var mediaType: String { "multipart/form-data; boundary=\(boundary)" }

            var data: Data {
                var data = Data()
                for (name, value) in fields.pairs {
                    data += part("name=\"\(quoted(name))\"", [], Data(value.utf8))
                }
                for (name, file) in files {
                    let names = "name=\"\(quoted(name))\"; filename=\"\(quoted(file.name))\""
                    let type = file.mediaType.filter { !$0.isNewline }
                    data += part(names, ["Content-Type: \(type)"], file.data)
                }
                return data + Data("--\(boundary)--\r\n".utf8)
            }

            private func part(_ names: String, _ fields: [String], _ content: Data) -> Data {
                let disposition = "Content-Disposition: form-data; \(names)"
                let lines = ["--\(boundary)", disposition] + fields + ["", ""]
                return Data(lines.joined(separator: "\r\n").utf8) + content + Data("\r\n".utf8)
            }

            /// As browsers do (HTML, 4.10.21.8).
            private func quoted(_ text: String) -> String {
                text.replacingOccurrences(of: "\"", with: "%22")
                    .replacingOccurrences(of: "\r", with: "%0D")
                    .replacingOccurrences(of: "\n", with: "%0A")
            }
        }
        """#

    private static let box = #"""
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
        """#
}
