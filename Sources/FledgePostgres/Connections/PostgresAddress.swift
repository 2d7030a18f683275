// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// Where the server is and how to log in, as libpq's own list of keywords.
///
/// It has the password in it, so it has no description and is put into no message.
struct PostgresAddress: Sendable {
    let options: PostgresOptions
    private let settings: [(keyword: String, value: String)]

    init(url: String, _ options: PostgresOptions) throws {
        // What libpq says about a URL may quote a piece of the password, so it is thrown away.
        guard let parsed = PQconninfoParse(url, nil) else { throw Self.unreadable }
        defer { PQconninfoFree(parsed) }
        // The later of two entries counts: these are defaults. A server that vanished without a word
        // is noticed after a minute, not after two hours.
        var settings = [
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
            ("fallback_application_name", options.applicationName),
        ]
        // The list ends with an entry without a keyword; its texts are freed with it.
        var entry = parsed
        while let keyword = entry.pointee.keyword {
            if let value = entry.pointee.val {
                settings.append((String(cString: keyword), String(cString: value)))
            }
            entry += 1
        }
        // With "/" in a password its first half is taken for a port, which libpq would quote.
        for (keyword, value) in settings where keyword == "port" {
            guard value.utf8.allSatisfy({ 48...57 ~= $0 || $0 == 44 }) else {
                throw Self.unreadable
            }
        }
        settings.append(("client_encoding", "UTF8"))
        self.settings = settings
        self.options = options
    }

    private static var unreadable: DatabaseError {
        DatabaseError(
            .misuse,
            "The address of the database is none that libpq reads. Write it as "
                + "postgres://user:password@host:5432/name, with special characters in the "
                + "password percent-encoded.")
    }

    /// Lends the settings as the two lists of C strings that libpq takes, each ended by a null.
    func withPointers<T>(
        _ body: (
            _ keywords: UnsafePointer<UnsafePointer<CChar>?>,
            _ values: UnsafePointer<UnsafePointer<CChar>?>
        ) -> T?
    ) -> T? {
        // One text after the other, each with its NUL; the pointers hold while the array is lent.
        var text: [CChar] = []
        var starts: [(Int, Int)] = []
        for (keyword, value) in settings {
            let start = text.count
            text += keyword.utf8CString
            starts.append((start, text.count))
            text += value.utf8CString
        }
        return text.withUnsafeBufferPointer { text -> T? in
            guard let base = text.baseAddress else { return nil }
            let keywords = starts.map { Optional(base + $0.0) } + [nil]
            let values = starts.map { Optional(base + $0.1) } + [nil]
            return keywords.withUnsafeBufferPointer { keywords -> T? in
                values.withUnsafeBufferPointer { values -> T? in
                    guard let keywords = keywords.baseAddress, let values = values.baseAddress
                    else { return nil }
                    return body(keywords, values)
                }
            }
        }
    }
}
#endif
