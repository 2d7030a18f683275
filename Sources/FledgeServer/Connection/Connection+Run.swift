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

    /// Starts a handler in a task.
    ///
    /// In the one that rests, or in a new one from here up to where it first waits: most do not wait
    /// at all, and their answers go out together with those of their turn. Under watch each has a task
    /// of its own, which is queued, so that the watch sees all of it.
    func start(_ exchange: Exchange) -> Task<Void, Never>? {
        guard home.watch == nil, #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else {
            return Task(executorPreference: executor(for: exchange)) {
                self.answered(exchange, await exchange.plan.respond(to: exchange.request))
            }
        }
        if let worker = resting.take() {
            worker.wake(for: exchange)
            return worker.task
        }
        let worker = HandlerTask(exchange)
        worker.task = Task.immediateDetached(executorPreference: home.executor) {
            await self.run(worker)
        }
        return worker.task
    }

    /// Runs handlers, one after the other, until there is a reason to end.
    private func run(_ worker: HandlerTask) async {
        while worker.exchange != nil {
            // Let go before the rest, with the request and all that belongs to it.
            if let exchange = worker.exchange.take() {
                answered(exchange, await exchange.plan.respond(to: exchange.request))
            }
            if canRest(worker) { await worker.sleep { self.rest(worker) } }
        }
    }

    /// Whether a task that has run a handler is kept for the next one.
    private func canRest(_ worker: HandlerTask) -> Bool {
        home.loop.inEventLoop && phase == .open && resting == nil && !Task.isCancelled
    }

    /// Keeps a task that can be woken, unless the connection has ended.
    private func rest(_ worker: HandlerTask) {
        guard phase == .open else { return worker.wake(for: nil) }
        endRest()
        resting = worker
    }

    /// Lets the task go that rests, if there is one.
    func endRest() {
        resting.take()?.wake(for: nil)
    }

    /// The handler has returned: mostly to the loop that it was started on.
    private func answered(_ exchange: Exchange, _ response: Response) {
        guard home.loop.inEventLoop else {
            return home.loop.execute { self.answered(exchange, response) }
        }
        exchange.slot.giveBack()
        // From here on the task may run another handler.
        exchange.task = nil
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
