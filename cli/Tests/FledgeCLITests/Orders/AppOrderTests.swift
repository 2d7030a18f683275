// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

/// What an app is asked to do instead of serving, with shell scripts in its place.
@Suite(.timeLimit(.minutes(1))) struct AppOrderTests {
    private func app(_ script: String) -> Program {
        Program(executable: "/bin/sh", arguments: ["-c", script], directory: "/")
    }

    private static let description = #"""
        {
          "format": 1, "mode": "development",
          "limits": {
            "body": 1048576, "handlerSeconds": 30, "requestsInFlight": 2048, "connections": 10000
          },
          "routes": [
            {
              "method": "GET", "path": "/api/notes/:id", "handler": "NoteRoute.GET",
              "summary": "One note.", "file": "NotesApi/NoteRoute.swift", "line": 9,
              "middleware": [], "access": [], "bodyLimit": 1, "isProbe": false,
              "isDocumented": true
            },
            {
              "method": null, "path": "/files/*path", "handler": null, "summary": null,
              "file": "NotesApi/App.swift", "line": 12, "middleware": [], "access": [],
              "bodyLimit": 1, "isProbe": false, "isDocumented": true
            },
            {
              "method": "GET", "path": "/health", "file": "a/b.swift", "line": 1,
              "middleware": [], "access": [], "bodyLimit": 1, "isProbe": true,
              "isDocumented": false
            }
          ]
        }
        """#

    @Test func `an app says its routes, and no line of it is for machines' probes`() async throws {
        let script = "cat > \"$FLEDGE_DESCRIBE\" <<'END'\n\(Self.description)\nEND\n"
        let description = try await AppDescription.ask(app(script))
        #expect(
            description.table == [
                "GET  /api/notes/:id  NotesApi/NoteRoute.swift:9",
                "any  /files/*path    NotesApi/App.swift:12",
            ])
    }

    @Test func `migrations are applied, and named`() async throws {
        let script = """
            test "$FLEDGE_MIGRATE" = up || exit 9
            echo '{"dialect":"SQLite","done":["0001_create_notes"],"status":[]}' \
            > "$FLEDGE_MIGRATE_OUTPUT"
            """
        let report = try await MigrationReport.ask(for: "up", with: app(script))
        #expect(report.done == ["0001_create_notes"])
    }

    @Test(arguments: [
        ("echo error: no such table >&2; exit 1", ["did not say", "status 1", "no such table"]),
        ("echo Listening on http://127.0.0.1:1; exec sleep 60", ["serves when it is asked"]),
        ("echo '{}' > \"$FLEDGE_DESCRIBE\"", ["form that this command does not know"]),
        ("exit 0", ["form that this command does not know"]),
    ])
    func `an app that does not is told why`(script: String, says: [String]) async throws {
        let error = await #expect(throws: CommandError.self) {
            try await AppDescription.ask(app(script))
        }
        let text = error?.description ?? ""
        for part in says { #expect(text.contains(part), "\(text)") }
    }
}
