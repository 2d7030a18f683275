// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Dispatch

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Looks through the folders three times a second.
///
/// All state belongs to the queue, which makes it safe to share.
final class PollingWatcher: Watcher, @unchecked Sendable {
    private let files: WatchedFiles
    private let queue = DispatchQueue(label: "fledge.watch")
    private var known: [String: FileStamp] = [:]
    private var timer: (any DispatchSourceTimer)?
    private var collector: ChangeCollector?

    init(_ files: WatchedFiles) {
        self.files = files
    }

    func start(onChange: @escaping @Sendable (ChangeSet) -> Void) {
        queue.sync {
            known = look()
            collector = ChangeCollector(on: queue, onChange)
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + .milliseconds(300), repeating: .milliseconds(300))
            timer.setEventHandler { [weak self] in self?.compare() }
            timer.resume()
            self.timer = timer
        }
    }

    func stop() {
        queue.sync {
            timer?.cancel()
            collector?.stop()
        }
    }

    private func compare() {
        let found = look()
        for path in Set(found.keys).union(known.keys) where found[path] != known[path] {
            if let kind = files.kind(of: path) { collector?.add(path, kind) }
        }
        known = found
    }

    private func look() -> [String: FileStamp] {
        var found: [String: FileStamp] = [:]
        var folders = files.roots
        while let folder = folders.popLast() {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                let path = folder + "/" + name
                if Paths.isFolder(path) {
                    if !files.ignoresFolder(name) { folders.append(path) }
                } else if files.kind(of: path) != nil {
                    found[path] = FileStamp(path)
                }
            }
        }
        return found
    }
}
