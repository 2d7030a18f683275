// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// How long a program takes to listen.
enum StartTime {
    /// Starts a program as `fledge dev` would, and ends it.
    static func measure(_ binary: String, in directory: String) async -> (
        duration: Duration?, note: String?
    ) {
        let program = Program(
            executable: binary, directory: directory,
            environment: ["HOST": "127.0.0.1", "PORT": "0", "FLEDGE_ENV": "development"])
        let started = ContinuousClock.now
        do {
            let app = try await AppProcess.start(program, patience: .seconds(20)) { _ in }
            let duration = started.duration(to: .now)
            await app.stop(within: .seconds(5))
            return (duration, nil)
        } catch let failure as AppProcess.BootFailure {
            return (
                nil, ([failure.title] + failure.output.suffix(3)).joined(separator: "\n         ")
            )
        } catch {
            return (nil, "\(error)")
        }
    }
}

extension Duration {
    /// In seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
