#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum Signature {
    static func of(_ text: String, secret: String) -> String {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in (secret + text).utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        return String(hash, radix: 16)
    }

    /// In the same time, wherever they differ.
    static func same(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        return zip(a.utf8, b.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

enum Clock {
    static func minutes() -> Int { Int(Date().timeIntervalSince1970 / 60) }
}
