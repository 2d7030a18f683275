// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Synchronization
import Testing

@testable import FledgeCLI

/// What `fledge routes` prints of what an app says.
@Suite struct RouteReportTests {
    private static let description = #"""
        {
          "format": 1, "mode": "development",
          "limits": {
            "body": 1048576, "handlerSeconds": 30, "requestsInFlight": 2048, "connections": 10000
          },
          "routes": [
            {
              "method": "GET", "path": "/users/:id", "name": null, "handler": "UserRoute.GET",
              "summary": null, "file": "Shop/UserRoute.swift", "line": 7,
              "middleware": ["RequestID", "RequestLog"], "access": [], "bodyLimit": 1048576,
              "isProbe": false, "isDocumented": true
            },
            {
              "method": "POST", "path": "/uploads", "name": null, "handler": null, "summary": null,
              "file": "Shop/main.swift", "line": 12,
              "middleware": ["RequestID", "RequestLog", "StaffOnly"],
              "access": [
                {"schemes": ["bearer", "X-Key"], "isOptional": false},
                {"schemes": ["session"], "isOptional": true}
              ],
              "bodyLimit": 20971520, "isProbe": false, "isDocumented": true
            },
            {
              "method": null, "path": "/health", "name": null, "handler": null, "summary": null,
              "file": "Shop/main.swift", "line": 3, "middleware": [], "access": [],
              "bodyLimit": 1048576, "isProbe": true, "isDocumented": false
            },
            {
              "method": null, "path": "/ready", "name": null, "handler": null, "summary": null,
              "file": "Shop/main.swift", "line": 3, "middleware": ["RequestID", "RequestLog"],
              "access": [], "bodyLimit": 1048576, "isProbe": true, "isDocumented": false
            }
          ],
          "explanation": EXPLANATION
        }
        """#

    private func read(_ explanation: String = "null") throws -> AppDescription {
        let text = Self.description.replacingOccurrences(of: "EXPLANATION", with: explanation)
        return try JSONDecoder().decode(AppDescription.self, from: Data(text.utf8))
    }

    private func lines(_ print: (Terminal) -> Void) -> [String] {
        let lines = Mutex<[String]>([])
        print(Terminal { line in lines.withLock { $0.append(line) } })
        return lines.withLock { $0 }
    }

    @Test func `a line for each route, and below it what is special`() throws {
        let description = try read()
        #expect(
            lines(RouteTableReport(description).print) == [
                "GET   /users/:id  UserRoute.GET  Shop/UserRoute.swift:7",
                "POST  /uploads    closure        Shop/main.swift:12",
                "      behind StaffOnly · access: bearer or X-Key, and session (optional) · body 20 MiB",
                "*     /health     closure        Shop/main.swift:3",
                "      behind nothing",
                "*     /ready      closure        Shop/main.swift:3",
                "",
                "4 routes, in mode development",
                "Around all of them: RequestID → RequestLog",
                "Limits: body 1 MiB, handler 30 s, 2048 requests in flight, 10000 connections",
            ])
    }

    @Test func `no route is told, too`() throws {
        var description = try read()
        description.routes = []
        #expect(lines(RouteTableReport(description).print).first?.contains("no routes yet") == true)
    }

    @Test func `the way of a request is told in steps`() throws {
        let description = try read(
            #"""
            {
              "method": "GET", "path": "/users/7", "segments": ["users", "7"],
              "trailingSlash": "ignore",
              "outcome": {"status": 200, "route": 0, "captures": {"id": "7"}},
              "candidates": [
                {"route": 0, "fittingSegments": 2, "reason": null},
                {"route": 1, "fittingSegments": 0, "reason": "segment 1 is 'users', and not 'uploads'"}
              ]
            }
            """#)
        let explanation = try #require(description.explanation)
        #expect(
            lines(ExplanationReport(description, explanation).print) == [
                "GET /users/7",
                "  1. The path is cut at '/' and decoded: 'users', '7'.",
                "  2. A slash at the end does not matter.",
                "  3. GET /users/:id, UserRoute.GET (Shop/UserRoute.swift:7) answers: "
                    + "the most specific one that has path and method.",
                "     It gets id = '7'.",
                "  4. It passes RequestID → RequestLog → UserRoute.GET.",
                "     A body may have 1 MiB.",
                "",
                "Why not the others:",
                "  POST /uploads  segment 1 is 'users', and not 'uploads'",
            ])
    }

    @Test(arguments: [
        (#"{"status": 404}"#, "No route has the path: 404."),
        (#"{"status": 308, "location": "/users/"}"#, "308 to /users/."),
        (#"{"status": 405, "route": 0, "allow": ["GET", "HEAD"]}"#, "405, Allow: GET, HEAD."),
    ])
    func `what no route answers is told`(outcome: String, expected: String) throws {
        let description = try read(
            #"""
            {"method": "GET", "path": "/users", "segments": ["users"], "trailingSlash": "redirect",
             "outcome": \#(outcome), "candidates": []}
            """#)
        let explanation = try #require(description.explanation)
        let printed = lines(ExplanationReport(description, explanation).print)
        #expect(printed.contains { $0.contains(expected) }, "\(printed)")
    }
}
