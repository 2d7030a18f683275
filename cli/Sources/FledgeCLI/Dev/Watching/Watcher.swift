// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Dispatch

/// Tells what is saved below the folders of an app.
///
/// The system tells on Linux (inotify); elsewhere the folders are looked through three times a second.
protocol Watcher: Sendable {
    /// Begins to watch. All that is saved after it returns is told.
    ///
    /// - Parameter onChange: Gets what was saved, when nothing more has been for a moment.
    /// - Throws: ``CommandError`` when the system does not let us.
    func start(onChange: @escaping @Sendable (ChangeSet) -> Void) throws

    /// Ends; nothing is told after it.
    func stop()
}

/// How long nothing must be saved until it is told: editors and git write several files in a row.
let quietTime = DispatchTimeInterval.milliseconds(40)

/// The watcher of this system.
func makeWatcher(_ files: WatchedFiles) -> any Watcher {
    #if os(Linux)
    InotifyWatcher(files)
    #else
    PollingWatcher(files)
    #endif
}

/// Collects changes until there is a pause.
///
/// Belongs to a queue.
final class ChangeCollector {
    private let queue: DispatchQueue
    private let onChange: @Sendable (ChangeSet) -> Void
    private var changes = ChangeSet()
    private var timer: DispatchWorkItem?

    init(on queue: DispatchQueue, _ onChange: @escaping @Sendable (ChangeSet) -> Void) {
        self.queue = queue
        self.onChange = onChange
    }

    func add(_ file: String, _ kind: ChangeSet.Kind) {
        changes.add(file, kind)
        timer?.cancel()
        let timer = DispatchWorkItem { [self] in
            defer { changes = ChangeSet() }
            onChange(changes)
        }
        self.timer = timer
        queue.asyncAfter(deadline: .now() + quietTime, execute: timer)
    }

    func stop() { timer?.cancel() }
}
