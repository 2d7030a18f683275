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

    /// What ends first: the services by themselves, or the patience of whoever sent two signals.
    private enum End {
        case services
        case secondSignal
    }

    /// Runs the services until the first signal, then stops them gracefully; the second signal
    /// cancels them.
    ///
    /// The group could listen to signals itself, but would stop listening after the first.
    ///
    /// - Throws: The error of the service that failed, unless a second signal has been sent.
    func run(until signals: UnixSignalsSequence) async throws {
        try await withThrowingTaskGroup(of: End.self) { tasks in
            tasks.addTask {
                try await self.run()
                return .services
            }
            tasks.addTask {
                var signals = signals.makeAsyncIterator()
                // Both end without a signal when the services have ended and this is cancelled.
                if await signals.next() != nil { await self.triggerGracefulShutdown() }
                _ = await signals.next()
                return .secondSignal
            }
            let end = try await tasks.next()
            tasks.cancelAll()
            if end == .secondSignal { _ = try? await tasks.next() }
        }
    }
}
