// Written by FledgeMacrosTests with FLEDGE_UPDATE_SNAPSHOTS=1 from Person.swift. Do not edit.
// swift-format-ignore-file

import FledgeJSON

extension Person {
nonisolated private struct SchemaMembers {
        var id: (Int)?
        var name: (String)?
        var email: (String)?
        var score: (Double)?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("id", self.id)
        writer.property("name", self.name)
        writer.property("email", self.email)
        writer.property("score", self.score)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self, description: "A row of the table.") { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("id", (Int).self, in: &registry)
        object.add("name", (String).self, in: &registry)
        object.add("email", (String).self, in: &registry)
        object.add("score", (Double).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case id = "id"
        case name = "name"
        case email = "email"
        case score = "score"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.id, forKey: .id)
        try container.encodeMember(self.name, forKey: .name)
        try container.encodeMember(self.email, forKey: .email)
        try container.encodeMember(self.score, forKey: .score)
    }
}

extension NewPerson {
nonisolated private struct SchemaMembers {
        var name: (String)?
        var email: (String)?
        var score: (Double)?
    }
nonisolated private enum SchemaRules {
        static var name0: FledgeJSON.RuleOf<String> { .length(1...80) }
        static var email0: FledgeJSON.RuleOf<String> { .email }
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("name", self.name)
        writer.property("email", self.email)
        writer.property("score", self.score)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self, description: "What is sent to add one.") { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("name", (String).self, SchemaRules.name0, in: &registry)
        object.add("email", (String).self, SchemaRules.email0, in: &registry)
        object.add("score", (Double).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case name = "name"
        case email = "email"
        case score = "score"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.name, forKey: .name)
        try container.encodeMember(self.email, forKey: .email)
        try container.encodeMember(self.score, forKey: .score)
    }
}

extension Added {
nonisolated private struct SchemaMembers {
        var added: (Int)?
    }
nonisolated func writeMembers(to writer: inout FledgeJSON.JSONWriter) {
        writer.property("added", self.added)
    }
nonisolated static func describe(in registry: inout FledgeJSON.SchemaRegistry) -> FledgeJSON.JSONSchema {
        registry.define(Self.self) { registry in
            var object = FledgeJSON.ObjectSchema()
            Self.describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
nonisolated static func describeMembers(of object: inout FledgeJSON.ObjectSchema, in registry: inout FledgeJSON.SchemaRegistry) {
        object.add("added", (Int).self, in: &registry)
    }
nonisolated private enum CodingKeys: String, CodingKey {
        case added = "added"
    }
nonisolated func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeMember(self.added, forKey: .added)
    }
}

nonisolated extension Person: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
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
                continue
            }
            if try reader.takes(key, "email", 0x4, of: &seen) {
                members.email = try reader.member("email")
                continue
            }
            if try reader.takes(key, "score", 0x8, of: &seen) {
                members.score = try reader.member("score")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.id = reader.absent("id") }
        if seen & 0x2 == 0 { members.name = reader.absent("name") }
        if seen & 0x4 == 0 { members.email = reader.absent("email") }
        if seen & 0x8 == 0 { members.score = reader.absent("score") }
        guard reader.violationCount == mark else { throw .invalid }
        self.id = try reader.valid(members.id)
        self.name = try reader.valid(members.name)
        self.email = try reader.valid(members.email)
        self.score = try reader.valid(members.score)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.id = try members.member(.id)
        self.name = try members.member(.name)
        self.email = try members.member(.email)
        self.score = try members.member(.score)
    }
}

nonisolated extension NewPerson: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "name", 0x1, of: &seen) {
                members.name = try reader.member("name")
                if let value = members.name {
                    reader.check("name", value, SchemaRules.name0)
                }
                continue
            }
            if try reader.takes(key, "email", 0x2, of: &seen) {
                members.email = try reader.member("email")
                if let value = members.email {
                    reader.check("email", value, SchemaRules.email0)
                }
                continue
            }
            if try reader.takes(key, "score", 0x4, of: &seen) {
                members.score = try reader.member("score")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.name = reader.absent("name") }
        if seen & 0x2 == 0 { members.email = reader.absent("email") }
        if seen & 0x4 == 0 { members.score = reader.absent("score") }
        guard reader.violationCount == mark else { throw .invalid }
        self.name = try reader.valid(members.name)
        self.email = try reader.valid(members.email)
        self.score = try reader.valid(members.score)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.name = try members.member(.name)
        self.email = try members.member(.email)
        self.score = try members.member(.score)
    }
}

nonisolated extension Added: FledgeJSON.SchemaType, FledgeJSON.SchemaObject {
    nonisolated init(json reader: inout FledgeJSON.JSONReader) throws(FledgeJSON.JSONError) {
        var members = SchemaMembers()
        let mark = reader.violationCount
        var seen: UInt64 = 0
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.takes(key, "added", 0x1, of: &seen) {
                members.added = try reader.member("added")
                continue
            }
            try reader.skipMember(key)
        }
        if seen & 0x1 == 0 { members.added = reader.absent("added") }
        guard reader.violationCount == mark else { throw .invalid }
        self.added = try reader.valid(members.added)
        try reader.validate { self.validate(into: &$0) }
    }
    nonisolated init(from decoder: any Swift.Decoder) throws {
        let members = try FledgeJSON.CodableMembers(decoder, CodingKeys.self)
        self.added = try members.member(.added)
    }
}
