// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Testing

/// The reader and the reference, which was written plainly, say the same.
@Suite struct ReferenceTests {
    @Test func `of every file of the suite`() {
        let small = JSONTestSuiteTests.files.filter { $0.bytes.count < 10_000 }
        let differing = small.filter { !agree($0.bytes) }
        #expect(differing.map(\.name).isEmpty)
    }

    @Test func `of mutations of the files`() {
        var random = SystemRandomNumberGenerator()
        let files = JSONTestSuiteTests.files.filter { 1..<200 ~= $0.bytes.count }
        var differing: [String] = []
        for _ in 0..<4_000 {
            guard var bytes = files.randomElement(using: &random)?.bytes else { return }
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                mutate(&bytes, with: files, using: &random)
            }
            if !agree(bytes) { differing.append(String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(differing.isEmpty)
    }

    private func agree(_ bytes: [UInt8]) -> Bool {
        let read = try? JSONReader.decode(JSON.self, from: bytes)
        guard let reference = ReferenceJSON.read(bytes) else { return read == nil }
        return read.map(reference.isSame) ?? false
    }

    private func mutate(
        _ bytes: inout [UInt8], with files: [JSONTestSuiteTests.File],
        using random: inout some RandomNumberGenerator
    ) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            bytes.insert(
                "{}[],:\"\\u0-+.eE12d8 tfn".utf8.randomElement(using: &random) ?? 0, at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = .random(in: 0 ... .max, using: &random)
        default:
            let other = files.randomElement(using: &random)?.bytes ?? []
            bytes.insert(
                contentsOf: other.suffix(.random(in: 0...other.count, using: &random)), at: place)
        }
    }
}
