// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore

// How what the app wrote is called; in development with a watch beside it that names who blocks.
extension Connection {
    /// Calls a synchronous chain.
    func respondNow(_ plan: Plan, _ request: Request, _ response: inout Response) {
        guard let watch = home.watch else { return plan.respondNow(to: request, with: &response) }
        return watch.during(request) { plan.respondNow(to: request, with: &response) }
    }

    /// Starts the task of a handler, from here up to where it first waits.
    ///
    /// Most do not wait at all, and their answers go out together with those of their turn. Under
    /// watch a task is queued, so that the watch sees all of it.
    func start(_ exchange: Exchange) -> Task<Void, Never> {
        let (plan, request) = (exchange.plan, exchange.request)
        if home.watch == nil, #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) {
            return Task.immediate(executorPreference: home.executor) {
                self.answered(exchange, await plan.respond(to: request))
            }
        }
        return Task(executorPreference: executor(for: exchange)) {
            self.answered(exchange, await plan.respond(to: request))
        }
    }

    /// The handler has returned: mostly to the loop that it was started on.
    private func answered(_ exchange: Exchange, _ response: Response) {
        guard home.loop.inEventLoop else {
            return home.loop.execute { self.answered(exchange, response) }
        }
        exchange.slot.giveBack()
        deliver(response, for: exchange)
    }

    /// Where the tasks of an exchange run.
    func executor(for exchange: Exchange) -> any TaskExecutor {
        guard let watch = home.watch else { return home.executor }
        return WatchedExecutor(home.loop, watch, exchange.request)
    }

    /// Whether the handler of an exchange may run in a task now; if not, the exchange is answered.
    func admit(_ exchange: Exchange) -> Bool {
        let load = home.server.load
        if exchange.plan.isProbe || exchange.slot.take(from: load) { return true }
        load.report.refused(on: home.loop)
        deliver(exchange.plan.refuse(exchange.request), for: exchange)
        return false
    }
}
