// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Logging
import ServiceLifecycle
import UnixSignals

extension ServiceGroup {
    /// A server and what it needs: services are stopped in the opposite order, so it is the last.
    init(_ server: HTTPService, beside services: [any Service], logger: Logger) {
        let companions = services.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: $0, failureTerminationBehavior: .gracefullyShutdownGroup)
        }
        self.init(
            configuration: ServiceGroupConfiguration(
                services: companions + [.init(service: server)], logger: logger))
    }

    /// What can end before everything has.
    private enum End {
        case services
        case secondSignal
        case signals
    }

    /// Runs the services until the first signal, then stops them gracefully; the second signal
    /// cancels them.
    ///
    /// The group could listen to signals itself, but would stop listening after the first.
    ///
    /// - Throws: The error of the service that failed, unless a second signal has been sent.
    func run(until signals: some AsyncSequence<UnixSignal, Never> & Sendable) async throws {
        try await withThrowingTaskGroup(of: End.self) { tasks in
            tasks.addTask {
                try await self.run()
                return .services
            }
            tasks.addTask {
                var isFirst = true
                for await _ in signals {
                    guard isFirst else { return .secondSignal }
                    isFirst = false
                    await self.triggerGracefulShutdown()
                }
                return .signals
            }
            while let end = try await tasks.next() {
                switch end {
                case .services: tasks.cancelAll()
                case .signals: continue
                case .secondSignal:
                    tasks.cancelAll()
                    _ = try? await tasks.next()
                }
            }
        }
    }
}
