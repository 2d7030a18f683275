// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Dispatch

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Ctrl-C and what else asks a program to end.
enum StopSignals {
    /// Gives each as it comes, instead of ending the program.
    static func stream() -> AsyncStream<Int32> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        // They are only cancelled, which any thread may do.
        nonisolated(unsafe) let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            // The source does not replace what a signal does by itself.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
        continuation.onTermination = { _ in for source in sources { source.cancel() } }
        return stream
    }
}
