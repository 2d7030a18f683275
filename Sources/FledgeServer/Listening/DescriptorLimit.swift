// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How many file descriptors the process may have open: each connection is one.
enum DescriptorLimit {
    /// Connections get this part of all descriptors; files, databases and logs need some too.
    private static let share = 0.8

    /// The most connections that leave descriptors for everything else.
    static var connections: Int {
        guard let limit = current, limit.rlim_cur < rlim_t(Int32.max) else { return Int.max }
        return max(1, Int(Double(limit.rlim_cur) * share))
    }

    /// Raises the soft limit to the hard one, as Go does.
    ///
    /// The soft one is low only for the sake of programs that use `select`, which can name no
    /// descriptor above 1,023. Processes that this one starts inherit it.
    static func raise() {
        guard var limit = current, limit.rlim_cur < most(limit) else { return }
        limit.rlim_cur = most(limit)
        // Refused? Then the old one stays, and is enough for a smaller server.
        _ = setrlimit(resource, &limit)
    }

    /// Descriptors that accepting leaves free, even when the app holds more than was left for it.
    ///
    /// A process without any dies of it: libdispatch, which runs below Swift's tasks, looks into
    /// `/proc` every second and traps when that cannot be opened. All loops may accept a few before
    /// one of them looks.
    private static let reserve = 16

    /// Whether so few descriptors are free that no connection should be accepted.
    ///
    /// The system gives out the lowest number that is free, so opening something tells. It costs
    /// a few system calls, and is asked once for all connections that were accepted together.
    static var isNearlyReached: Bool {
        let probe = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard probe >= 0 else { return true }
        close(probe)
        return isNearlyReached(by: probe)
    }

    /// The same, told by a descriptor that has just been opened: one system call.
    static func isNearlyReached(by descriptor: CInt) -> Bool {
        guard let limit = current else { return false }
        let reserved = min(rlim_t(reserve), limit.rlim_cur / 8)
        return rlim_t(descriptor) >= limit.rlim_cur - reserved
    }

    private static func most(_ limit: rlimit) -> rlim_t {
        #if canImport(Darwin)
        // More than this is refused, whatever the hard limit says.
        min(limit.rlim_max, rlim_t(OPEN_MAX))
        #else
        limit.rlim_max
        #endif
    }

    private static var current: rlimit? {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? limit : nil
    }

    #if canImport(Glibc)
    private static var resource: __rlimit_resource_t { .init(RLIMIT_NOFILE.rawValue) }
    #else
    private static var resource: CInt { RLIMIT_NOFILE }
    #endif
}
