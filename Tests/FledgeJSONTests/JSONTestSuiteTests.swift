// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

/// The 318 files of nst/JSONTestSuite, in `Tests/Corpora/json`.
@Suite struct JSONTestSuiteTests {
    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
    }

    static let files: [File] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Corpora/json/suite")
        let paths =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil)) ?? []
        return paths.sorted { $0.path < $1.path }.compactMap { path in
            guard let data = try? Data(contentsOf: path) else { return nil }
            return File(name: path.deletingPathExtension().lastPathComponent, bytes: Array(data))
        }
    }()

    /// Passes over any value: the same syntax by other code.
    struct Skipped: SchemaType {
        init(json reader: inout JSONReader) throws(JSONError) { try reader.skipValue() }
        func write(to writer: inout JSONWriter) { writer.null() }
        static func describe(in registry: inout SchemaRegistry) -> JSONSchema { JSONSchema([:]) }
    }

    /// Files that the RFC leaves to us, and which we accept: any number is kept, digit for digit.
    static let acceptedByChoice: Set<String> = [
        "i_number_double_huge_neg_exp", "i_number_huge_exp", "i_number_neg_int_huge_exp",
        "i_number_pos_double_huge_exp", "i_number_real_neg_overflow", "i_number_real_pos_overflow",
        "i_number_real_underflow", "i_number_too_big_neg_int", "i_number_too_big_pos_int",
        "i_number_very_big_negative_int",
    ]

    /// And which we refuse, with a piece of the message.
    static let refusedByChoice: [String: String] = [
        "i_object_key_lone_2nd_surrogate": "lone surrogate",
        "i_string_1st_surrogate_but_2nd_missing": "lone surrogate",
        "i_string_1st_valid_surrogate_2nd_invalid": "lone surrogate",
        "i_string_UTF-16LE_with_BOM": "not valid UTF-8",
        "i_string_UTF-8_invalid_sequence": "not valid UTF-8",
        "i_string_UTF8_surrogate_U+D800": "not valid UTF-8",
        "i_string_incomplete_surrogate_and_escape_valid": "lone surrogate",
        "i_string_incomplete_surrogate_pair": "lone surrogate",
        "i_string_incomplete_surrogates_escape_valid": "lone surrogate",
        "i_string_invalid_lonely_surrogate": "lone surrogate",
        "i_string_invalid_surrogate": "lone surrogate",
        "i_string_invalid_utf-8": "not valid UTF-8",
        "i_string_inverted_surrogates_U+1D11E": "lone surrogate",
        "i_string_iso_latin_1": "not valid UTF-8",
        "i_string_lone_second_surrogate": "lone surrogate",
        "i_string_lone_utf8_continuation_byte": "not valid UTF-8",
        "i_string_not_in_unicode_range": "not valid UTF-8",
        "i_string_overlong_sequence_2_bytes": "not valid UTF-8",
        "i_string_overlong_sequence_6_bytes": "not valid UTF-8",
        "i_string_overlong_sequence_6_bytes_null": "not valid UTF-8",
        "i_string_truncated-utf-8": "not valid UTF-8",
        "i_string_utf16BE_no_BOM": "not valid UTF-8",
        "i_string_utf16LE_no_BOM": "not valid UTF-8",
        "i_structure_500_nested_arrays": "nested more than 64 deep",
        "i_structure_UTF-8_BOM_empty_object": "byte order mark",
    ]

    @Test func `the suite is whole`() {
        let kinds = Dictionary(grouping: Self.files) { $0.name.prefix(2) }.mapValues(\.count)
        #expect(kinds == ["y_": 95, "n_": 188, "i_": 35])
    }

    @Test(arguments: files)
    func `every file gets its verdict, read and passed over`(file: File) {
        var options = JSONReader.Options()
        options.duplicateNames = .keepLast
        let read = verdict(JSON.self, file, options)
        if let piece = Self.refusedByChoice[file.name] {
            #expect(read?.message.contains(piece) == true)
        } else {
            let isAccepted = file.name.hasPrefix("y_") || Self.acceptedByChoice.contains(file.name)
            #expect((read == nil) == isAccepted, "\(read.debugDescription)")
        }
        #expect(verdict(Skipped.self, file, options) == read)
    }

    @Test(arguments: ["y_object_duplicated_key", "y_object_duplicated_key_and_value"])
    func `a repeated name is refused unless the last value is to be kept`(name: String) throws {
        let file = try #require(Self.files.first { $0.name == name })
        let error = try #require(verdict(JSON.self, file, .init()))
        #expect(error.kind == .duplicateKey)
        #expect(error.message == "the name 'a' stands twice in one object")
        #expect((error.offset, error.line, error.column) == (9, 1, 10))
    }

    private func verdict<Value: SchemaType>(
        _ type: Value.Type, _ file: File, _ options: JSONReader.Options
    ) -> JSONSyntaxError? {
        do throws(DecodingFailure) {
            _ = try JSONReader.decode(type, from: file.bytes, options: options)
            return nil
        } catch {
            guard case .malformed(let error) = error else {
                Issue.record("\(file.name): \(error)")
                return nil
            }
            return error
        }
    }
}
