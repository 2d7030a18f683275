// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

/// Texts that have a format, and texts that do not.
@Suite struct TextFormatTests {
    @Test(arguments: [
        "a@b", "ada@example.com", "ada+shop@mail.example.co.uk", "o'neil@example.com",
        "a.b.c@x-y.z", ".a.@b", "\(String(repeating: "a", count: 64))@b", "a@1.2.3.4",
    ])
    func `an e-mail address is what an HTML form takes`(_ text: String) {
        #expect(text.keeps(.email))
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "a@b@c", "a b@c", "a@b c", "a@-b", "a@b-", "a@b..c", "a@.b", "a@b.",
        "é@b", "a@é", "\"a\"@b", "a@[1.2.3.4]", "Ada <a@b>", "a@b\n", "a@b_c",
        "\(String(repeating: "a", count: 65))@b", "a@\(String(repeating: "b", count: 64))",
        "a@\(String(repeating: "b.", count: 130))b",
    ])
    func `what no form takes is no e-mail address`(_ text: String) {
        #expect(!text.keeps(.email))
    }

    @Test(arguments: [
        "http://a", "https://example.com/path?q=1#f", "HTTPS://EXAMPLE.com", "http://u:p@a:8080/",
        "http://[::1]:80/", "http://a/%20", "http://a?b", "http://a:/",
    ])
    func `a URL is absolute, with a scheme that is asked for and a host`(_ text: String) {
        #expect(text.keeps(.url))
    }

    @Test(arguments: [
        "", "a", "//a", "/a", "http:", "http:a", "http://", "http:///a", "http://:80",
        "http://a b", "http://a/\u{e9}", "ftp://a", "javascript:alert(1)", "http://a/%2",
        "http://a/%zz", "http://[::1", "http://[x]", "http://[]", "http://a:b", " http://a",
        "http://a\n",
    ])
    func `what is relative, has no host or bytes of no URL is none`(_ text: String) {
        #expect(!text.keeps(.url))
    }

    @Test func `other schemes are taken when they are named`() {
        #expect("ftp://a".keeps(.url("ftp", "sftp")))
        #expect(!"http://a".keeps(.url("ftp", "sftp")))
    }

    @Test func `a UUID has 36 characters in five groups`() {
        #expect("123e4567-e89b-12d3-a456-426614174000".keeps(.uuid))
        #expect("123E4567-E89B-12D3-A456-426614174000".keeps(.uuid))
        for text in [
            "", "123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400",
            "g23e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a4564-26614174000",
            "{123e4567-e89b-12d3-a456-426614174000}",
        ] {
            #expect(!text.keeps(.uuid), "\(text)")
        }
    }
}
