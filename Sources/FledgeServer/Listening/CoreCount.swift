// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How many cores this process may use: what the machine has, less what a container's quota
/// (cgroup) and the mask of the process (`taskset`, cpusets) leave of it.
///
/// More threads than that would only take turns.
enum CoreCount {
    static var available: Int {
        max(1, min(System.coreCount, maskOfProcess.flatMap(cores(inStatus:)) ?? Int.max))
    }

    /// Counts the mask in the text of `/proc/self/status`: `Cpus_allowed: ff,ffffffff`.
    static func cores(inStatus text: String) -> Int? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed:") })
        else { return nil }
        let bits = line.dropFirst("Cpus_allowed:".count)
            .compactMap(\.hexDigitValue)
            .reduce(0) { $0 + $1.nonzeroBitCount }
        return bits > 0 ? bits : nil
    }

    // Linux alone has the file. The function that tells the mask is not in Swift's module of glibc.
    private static var maskOfProcess: String? {
        guard let file = fopen("/proc/self/status", "r") else { return nil }
        defer { fclose(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 16 * 1024) { buffer, count in
            count = fread(buffer.baseAddress, 1, buffer.count, file)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
