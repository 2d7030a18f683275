// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Testing

@testable import FledgeCLI

@Suite struct ScriptInjectorTests {
    private let tag = DevPage.scriptTag(version: 3)

    /// Sends a page in pieces of a size.
    private func inject(_ page: String, pieces: Int) -> String {
        var injector = ScriptInjector(version: 3)
        var result = ByteBuffer()
        var rest = Array(page.utf8)[...]
        while !rest.isEmpty {
            var bytes = injector.add(ByteBuffer(bytes: rest.prefix(pieces)))
            result.writeBuffer(&bytes)
            rest = rest.dropFirst(pieces)
        }
        if var bytes = injector.finish() { result.writeBuffer(&bytes) }
        return String(buffer: result)
    }

    @Test(
        arguments: [
            ("<body>a</body></html>", "<body>a@</body></html>"),
            ("<BODY>a</BODY>", "<BODY>a@</BODY>"),
            ("</body></body>", "@</body></body>"),
            ("<p>no end</bo", "<p>no end</bo@"), ("", "@"),
            ("a</bod y></body>", "a</bod y>@</body>"),
            ("</</body>", "</@</body>"), ("é🦅</body>", "é🦅@</body>"),
        ], [1, 2, 3, 7, 1000])
    func `the script stands before the end of the page, however it is cut`(
        row: (page: String, result: String), pieces: Int
    ) {
        let expected = row.result.replacing("@", with: tag)
        #expect(inject(row.page, pieces: pieces) == expected)
    }
}
