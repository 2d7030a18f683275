// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeHTTP

@Suite struct FileExtensionTableTests {
    @Test func `every type in the table is valid and every extension is listed once`() {
        var seen: Set<Substring> = []
        for (type, extensions) in MediaType.extensionTable {
            #expect(MediaType(type)?.description == type, "\(type)")
            for name in extensions.split(separator: " ") {
                #expect(seen.insert(name).inserted, "\(name) is listed twice")
                #expect(MediaType.forFileExtension(String(name)) != nil, "\(name)")
            }
        }
        #expect(seen.count >= 90)
    }
}
