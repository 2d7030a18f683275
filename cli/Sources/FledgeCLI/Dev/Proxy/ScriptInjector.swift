// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1

/// Puts a script before `</body>` of a page that streams by, or at its end when there is none.
struct ScriptInjector {
    private static let mark = Array("</body>".utf8)

    private let script: String
    private var isDone = false
    /// The end of what has come, while it may be the beginning of the mark.
    private var held: [UInt8] = []

    init(version: Int) {
        script = DevPage.scriptTag(version: version)
    }

    /// Makes the head fit.
    func prepare(_ headers: inout HTTPHeaders) {
        if let length = headers.first(name: "Content-Length").flatMap({ Int($0) }) {
            headers.replaceOrAdd(name: "Content-Length", value: "\(length + script.utf8.count)")
        }
        headers.replaceOrAdd(name: "Cache-Control", value: "no-store")
        for name in ["ETag", "Last-Modified"] { headers.remove(name: name) }
    }

    /// Takes a piece of the page and gives what can be sent.
    mutating func add(_ bytes: ByteBuffer) -> ByteBuffer {
        guard !isDone else { return bytes }
        let all = held + Array(bytes.readableBytesView)
        if let index = Self.find(in: all) {
            isDone = true
            held = []
            var result = ByteBuffer(bytes: all[..<index])
            result.writeString(script)
            result.writeBytes(all[index...])
            return result
        }
        let kept = Self.lengthOfBeginning(atEndOf: all)
        held = Array(all.suffix(kept))
        return ByteBuffer(bytes: all.dropLast(kept))
    }

    /// What is left at the end of the page.
    mutating func finish() -> ByteBuffer? {
        guard !isDone else { return nil }
        isDone = true
        return ByteBuffer(bytes: held + Array(script.utf8))
    }

    private static func find(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...bytes.count - mark.count).first { start in
            zip(bytes[start...], mark).allSatisfy { lowercase($0) == $1 }
        }
    }

    private static func lengthOfBeginning(atEndOf bytes: [UInt8]) -> Int {
        (1..<mark.count).reversed().first { length in
            length <= bytes.count
                && zip(bytes.suffix(length), mark).allSatisfy { lowercase($0) == $1 }
        } ?? 0
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
