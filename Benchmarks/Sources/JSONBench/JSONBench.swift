// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation

/// Compares the codec of FledgeJSON with Foundation's coders, in one process, in turns.
///
///     scripts/bench-json [--rounds 15] [--only user]
///
/// Limits are on, as in a server. Foundation's coders are made once; a new one for each call would
/// be slower.
@main enum JSONBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        let rounds = value("--rounds", in: arguments).flatMap(Int.init) ?? 15
        let only = value("--only", in: arguments)
        let measurements = try all().filter { only == nil || $0.name.hasPrefix(only ?? "") }
        if let way = value("--loop", in: arguments) { return loop(measurements, way) }
        let results = run(measurements, rounds: rounds)
        print(Report.markdown(results))
    }

    private static func value(_ name: String, in arguments: [String]) -> String? {
        guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
            return nil
        }
        return arguments[index + 1]
    }

    private static func all() throws -> [Measurement] {
        try measurements("user", User.sample(1), Plain.User.self)
            + measurements("page of 100", Page.sample, Plain.Page.self)
            + measurements("1 MB nested", Category.sample, Plain.Category.self)
            + measurements("text", Talk.sample, Plain.Talk.self)
    }

    private static func measurements<Value: SchemaType, Same: Codable>(
        _ name: String, _ value: Value, _ same: Same.Type
    ) throws -> [Measurement] {
        let bytes = try JSONWriter.encode(value)
        let data = Data(bytes)
        let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
        encoder.outputFormatting = .withoutEscapingSlashes
        let plain = try decoder.decode(same, from: data)
        // Both must have read and written the same, or the comparison means nothing.
        let again = try JSONReader.decode(Value.self, from: Array(encoder.encode(plain)))
        guard try JSONWriter.encode(again) == bytes else { throw Mismatch(name: name) }
        return [
            Measurement(name: "\(name), encode", size: bytes.count) {
                keep(try? JSONWriter.encode(value))
            } foundation: {
                keep(try? encoder.encode(plain))
            },
            Measurement(name: "\(name), decode", size: bytes.count) {
                keep(try? JSONReader.decode(Value.self, from: bytes))
            } foundation: {
                keep(try? decoder.decode(same, from: data))
            },
        ]
    }

    private struct Mismatch: Error { var name: String }

    private static func run(_ measurements: [Measurement], rounds: Int) -> [Result] {
        let counter = AllocationCounter()
        return measurements.map { each in
            var result = Result(measurement: each)
            let (ours, theirs) = (Clock.calibrate(each.fledge), Clock.calibrate(each.foundation))
            for _ in 0..<rounds {
                result.fledge.add(Clock.nanoseconds(ours, each.fledge))
                result.foundation.add(Clock.nanoseconds(theirs, each.foundation))
            }
            result.fledgeAllocations = counter?.count(each.fledge)
            result.foundationAllocations = counter?.count(each.foundation)
            return result
        }
    }

    /// For a profiler: one way alone, for some seconds.
    private static func loop(_ measurements: [Measurement], _ way: String) {
        for each in measurements {
            let work = way == "foundation" ? each.foundation : each.fledge
            let count = Clock.calibrate(work) * 100
            print(each.name, Clock.nanoseconds(count, work), "ns")
        }
    }
}

/// Hides from the optimizer that the value is not used.
@inline(never) func keep<Value>(_ value: Value) {}
