// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if os(Linux)
import Dispatch

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Is told by Linux what is saved.
///
/// Each folder is watched by itself, new ones from when they appear.
///
/// All state belongs to the queue, which makes it safe to share.
final class InotifyWatcher: Watcher, @unchecked Sendable {
    private let files: WatchedFiles
    private let queue = DispatchQueue(label: "fledge.watch")
    private var descriptor: Int32 = -1
    private var folders: [Int32: String] = [:]
    private var source: (any DispatchSourceRead)?
    private var collector: ChangeCollector?

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)

    init(_ files: WatchedFiles) {
        self.files = files
    }

    func start(onChange: @escaping @Sendable (ChangeSet) -> Void) throws {
        try queue.sync {
            descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard descriptor >= 0 else { throw refused("inotify instances", "max_user_instances") }
            collector = ChangeCollector(on: queue, onChange)
            for root in files.roots { try watch(root, tellsContents: false) }
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            source.setEventHandler { [weak self] in self?.readEvents() }
            source.setCancelHandler { [descriptor] in close(descriptor) }
            source.resume()
            self.source = source
        }
    }

    func stop() {
        queue.sync {
            source?.cancel()
            collector?.stop()
        }
    }

    private func refused(_ what: String, _ limit: String) -> CommandError {
        CommandError(
            "Linux does not let this user watch more folders: no \(what) are left (errno \(errno)).",
            remedy: "Raise the limit: sudo sysctl fs.inotify.\(limit)=524288")
    }

    /// Watches a folder and all below it.
    ///
    /// - Parameters:
    ///   - folder: Absolute.
    ///   - tellsContents: Whether files that are in it count as saved: they may have come before the
    ///     watch.
    /// - Throws: ``CommandError`` when there may be no more watches.
    private func watch(_ folder: String, tellsContents: Bool) throws {
        let number = inotify_add_watch(descriptor, folder, Self.mask)
        guard number >= 0 else {
            // It may be gone by now, or be somebody else's.
            guard errno == ENOSPC || errno == ENOMEM else { return }
            throw refused("inotify watches", "max_user_watches")
        }
        folders[number] = folder
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = folder + "/" + name
            if Paths.isFolder(path) {
                if !files.ignoresFolder(name) { try watch(path, tellsContents: tellsContents) }
            } else if tellsContents {
                tell(path)
            }
        }
    }

    private func tell(_ path: String) {
        if let kind = files.kind(of: path) { collector?.add(path, kind) }
    }

    private func readEvents() {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                var rest = UnsafeRawBufferPointer(buffer)[..<count]
                let header = MemoryLayout<inotify_event>.size
                while rest.count >= header {
                    let event = rest.loadUnaligned(as: inotify_event.self)
                    let name = rest.dropFirst(header).prefix(Int(event.len))
                    handle(event, String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
                    rest = rest.dropFirst(header + Int(event.len))
                }
            }
        }
    }

    private func handle(_ event: inotify_event, _ name: String) {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            // Too much at once to be told one by one.
            return files.roots.forEach { collector?.add($0, .source) }
        }
        if event.mask & UInt32(IN_IGNORED) != 0 { return folders[event.wd] = nil }
        guard let folder = folders[event.wd] else { return }
        let path = folder + "/" + name
        if event.mask & UInt32(IN_ISDIR) != 0 {
            guard !files.ignoresFolder(name) else { return }
            if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
                try? watch(path, tellsContents: true)
            } else if files.kind(of: path + "/x.swift") != nil {
                // A folder that goes takes its routes along.
                collector?.add(path, .source)
            }
        } else if event.mask & UInt32(IN_CREATE) == 0 {
            // Of a file that is made, the end of writing it counts.
            tell(path)
        }
    }
}
#endif
