// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Glibc

/// One parser under fuzz: its name, and the properties that hold for every input.
struct FuzzTarget: Sendable {
    let name: String
    let check: @Sendable ([UInt8]) -> Void

    static let all = [
        head, chunks, query, cookie, mediaType, range, percent, json, multipart,
    ]

    /// Named by the environment, so that one program serves all.
    static let chosen: FuzzTarget = {
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = all.first(where: { $0.name == name }) else {
            violation("FUZZ_TARGET must be one of \(all.map(\.name))")
        }
        return target
    }()
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.check(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}

/// Ends the program, so that libFuzzer keeps the input.
func violation(_ message: String) -> Never {
    print("VIOLATION \(message)")
    fflush(nil)
    abort()
}

func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { violation(message()) }
}

func expectEqual<Value: Equatable>(
    _ actual: Value, _ expected: Value, _ what: @autoclosure () -> String
) {
    if actual != expected { violation("\(what()): \(actual), expected \(expected)") }
}

/// Numbers that depend on the input alone, so that a finding can be repeated.
struct InputRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ input: [UInt8]) {
        // FNV-1a.
        state = input.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
