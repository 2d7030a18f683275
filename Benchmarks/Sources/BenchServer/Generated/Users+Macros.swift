// Written by FledgeMacrosTests with FLEDGE_UPDATE_SNAPSHOTS=1 from Users.swift. Do not edit.
// swift-format-ignore-file

import FledgeCore
import FledgeJSON

extension User {
nonisolated private struct SchemaMembers {
        var id: (Int)?
        var name: (String)?
        var email: (String)?
        var tags: ([String])?
    }
nonisolated private enum SchemaRules {
        static var name0: FledgeJSON.RuleOf<String> { .length(1...80) }
        static var email0: FledgeJSON.RuleOf<String> { .email }
        static var tags0: FledgeJSON.RuleOf<[String]> { .items(0...10) }
        static var tags1: FledgeJSON.RuleOf<[String]> { .unique }
        static var tags2: FledgeJSON.RuleOf<[String]> { .each(.length(1...40)) }
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("id", self.id)
        writer.property("name", self.name)
        writer.property("email", self.email)
        writer.property("tags", self.tags)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self, description: "The object of the JSON rows.") { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("id", (Int).self, in: &registry)
        object.add("name", (String).self, SchemaRules.name0, in: &registry)
        object.add("email", (String).self, SchemaRules.email0, in: &registry)
        object.add("tags", ([String]).self, SchemaRules.tags0, SchemaRules.tags1, SchemaRules.tags2, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case id = "id"
        case name = "name"
        case email = "email"
        case tags = "tags"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.id, forKey: .id)
        try container.encodeMember(self.name, forKey: .name)
        try container.encodeMember(self.email, forKey: .email)
        try container.encodeMember(self.tags, forKey: .tags)
    }
}

nonisolated extension User: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "id", 0x1, of: &seen) {
                members.id = try reader.member("id")
                continue
            }
            if try reader.takes(key, "name", 0x2, of: &seen) {
                members.name = try reader.member("name")
                if let value = members.name {
                    reader.check("name", value, SchemaRules.name0)
                }
                continue
            }
            if try reader.takes(key, "email", 0x4, of: &seen) {
                members.email = try reader.member("email")
                if let value = members.email {
                    reader.check("email", value, SchemaRules.email0)
                }
                continue
            }
            if try reader.takes(key, "tags", 0x8, of: &seen) {
                members.tags = try reader.member("tags")
                if let value = members.tags {
                    reader.check("tags", value, SchemaRules.tags0)
                    reader.check("tags", value, SchemaRules.tags1)
                    reader.check("tags", value, SchemaRules.tags2)
                }
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.id = reader.absent("id") }
        if seen & 0x2 == 0 { members.name = reader.absent("name") }
        if seen & 0x4 == 0 { members.email = reader.absent("email") }
        if seen & 0x8 == 0 { members.tags = reader.absent("tags") }
        guard reader.violationCount == mark else { throw .invalid }
        self.id = try reader.valid(members.id)
        self.name = try reader.valid(members.name)
        self.email = try reader.valid(members.email)
        self.tags = try reader.valid(members.tags)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.id = try members.member(.id)
        self.name = try members.member(.name)
        self.email = try members.member(.email)
        self.tags = try members.member(.tags)
    }
}

extension UserController: FledgeCore.Controller {
    static func register(on routes: FledgeCore.ControllerRoutes<Self>) {
        routes.on(.init(.post, "", handler: "UserController.create", parameters: [.init("body", User.self, .body)], fileID: "BenchServer/Users.swift", line: 20)) { controller, input in
            let body = try input.body(User.self)
            return controller.create(body: body)
        }
    }
}
