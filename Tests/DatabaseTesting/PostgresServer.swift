// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
package import FledgeData
package import FledgePostgres
import Foundation
import ProcessTesting

/// A PostgreSQL server of one's own, in a temporary folder and on a socket there.
///
/// A shell runs it and reads commands from this process; when this process ends, however it does,
/// the shell reads the end of its input, stops the server and removes the folder.
package final class PostgresServer: Sendable {
    /// The one that all tests of a process share.
    private static let shared = Task { try await PostgresServer() }

    /// What a server shows of itself over TLS, as PEM.
    package struct Certificate: Sendable {
        package var certificate: String
        package var key: String

        package init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    private let shell: Shell
    private let folder: String
    /// Its port on 127.0.0.1; only a server with a certificate has one.
    private let port: Int

    /// Starts a server.
    ///
    /// - Parameter certificate: For one that speaks TLS, which needs TCP; nil for a socket in a folder.
    /// - Throws: When PostgreSQL is not installed, or does not start.
    package init(certificate: Certificate? = nil) async throws {
        guard let programs = Self.programs else { throw Unavailable() }
        // Below those that systems give out by themselves.
        self.port = certificate == nil ? 0 : Int.random(in: 20_000..<32_000)
        self.shell = Shell(
            Self.script,
            [programs, "\(port)", certificate?.certificate ?? "", certificate?.key ?? ""])
        guard let folder = try await shell.readLine() else { throw Unavailable() }
        self.folder = folder
        guard try await shell.readLine() == "ready" else { throw Unavailable() }
    }

    struct Unavailable: Error {}

    /// The server of the process, started by the first test that needs it.
    package static func started() async throws -> PostgresServer { try await shared.value }

    /// The address of a schema.
    package func url(schema: String = "public") -> String {
        "postgresql://fledge@/postgres?host=\(folder)&options=-csearch_path%3D\(schema)"
    }

    /// The address of a server with a certificate, by TCP.
    ///
    /// - Parameters:
    ///   - host: The name that the certificate is held against.
    ///   - options: More of the query: `sslmode=require`.
    /// - Returns: The address.
    package func tcpURL(host: String = "localhost", _ options: String) -> String {
        "postgresql://fledge@\(host):\(port)/postgres?hostaddr=127.0.0.1&\(options)"
    }

    /// Stops the server as a crash does, or after its clients were sent away.
    package func stop(immediately: Bool = false) async throws {
        try await shell.ask(immediately ? "stop immediate" : "stop fast")
    }

    /// Starts it again after a stop.
    package func start() async throws {
        try await shell.ask("start")
    }

    /// Ends it for good; otherwise it ends with the process.
    package func end() async throws {
        try await shell.ask("end")
        shell.finish()
    }

    /// Opens a database whose schema is new and empty, and removes the schema afterwards.
    package func withDatabase<T>(
        _ options: PostgresOptions = PostgresOptions(), _ body: (Database) async throws -> T
    ) async throws -> T {
        try await withSchema { url in
            let database = try await Database.postgres(url: url, options: options)
            let result = try await body(database)
            try await database.close()
            return result
        }
    }

    /// Makes a schema, lends its address, and removes it.
    package func withSchema<T>(_ body: (_ url: String) async throws -> T) async throws -> T {
        let schema = "t_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let owner = try await Database.postgres(
            url: url(), options: PostgresOptions(maxConnections: 1))
        try await owner.execute("CREATE SCHEMA \(identifier: schema)")
        let result = try await body(url(schema: schema))
        try await owner.execute("DROP SCHEMA \(identifier: schema) CASCADE")
        try await owner.close()
        return result
    }
}

extension PostgresServer {
    /// Why there is no server to test with; nil if there is one.
    package static let missing: String? = {
        if programs == nil { return "PostgreSQL is not installed (apt install postgresql)." }
        if getuid() == 0, getpwnam("postgres") == nil {
            return "PostgreSQL does not run as root, and there is no user postgres."
        }
        return nil
    }()

    package static var isAvailable: Bool { missing == nil }

    /// The folder of initdb and pg_ctl: of the newest version, which Debian keeps out of PATH.
    private static let programs: String? = {
        let manager = FileManager.default
        let debian = "/usr/lib/postgresql"
        let versions = (try? manager.contentsOfDirectory(atPath: debian)) ?? []
        let newest = versions.sorted { (Double($0) ?? 0) > (Double($1) ?? 0) }
        let path = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        let folders = newest.map { "\(debian)/\($0)/bin" } + path.map(String.init)
        return folders.first { manager.isExecutableFile(atPath: "\($0)/initdb") }
    }()

    /// Runs as the user postgres when we are root, which PostgreSQL refuses.
    private static let script = """
        set -e
        programs=$1 port=$2 certificate=$3 key=$4
        # The system's own folder: one that was set for us may be closed to another user.
        folder=$(env -u TMPDIR mktemp -d -t fledge-pg.XXXXXX)
        echo "$folder"
        stop() { "$programs/pg_ctl" -D "$folder/data" -m "$1" -w stop >>"$folder/log" 2>&1 || true; }
        trap 'stop immediate; rm -rf "$folder"' EXIT
        # An answer that nobody reads is an error like any other, which ends the script as it should.
        trap '' PIPE
        trap 'exit 1' HUP INT TERM
        start() {
            "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 120 \\
                -o "-k $folder $listening -c fsync=off -c max_connections=1000" \\
                start </dev/null >>"$folder/log" 2>&1
        }
        "$programs/initdb" -D "$folder/data" -U fledge -A trust -E UTF8 --locale=C --no-sync \\
            >"$folder/log" 2>&1
        listening="-c listen_addresses="
        if [ "$port" != 0 ]; then
            umask 077
            printf '%s\\n' "$certificate" >"$folder/server.crt"
            printf '%s\\n' "$key" >"$folder/server.key"
            listening="-c listen_addresses=127.0.0.1 -c port=$port -c ssl=on"
            listening="$listening -c ssl_cert_file=$folder/server.crt -c ssl_key_file=$folder/server.key"
        fi
        start
        echo ready
        while read -r command argument; do
            case $command in
                stop) stop "$argument" ;;
                start) start ;;
                end) exit 0 ;;
            esac
            echo done
        done
        """
}

/// A shell that takes commands a line at a time and answers each with a line.
private final class Shell: Sendable {
    private struct Exchange {
        var command: String?
        var answer: CheckedContinuation<String?, any Error>
    }

    private let exchanges: AsyncStream<Exchange>.Continuation

    /// The shell runs until the end of this process, which it sees at the end of its input.
    init(_ script: String, _ arguments: [String]) {
        let (exchanges, continuation) = AsyncStream.makeStream(of: Exchange.self)
        self.exchanges = continuation
        let shell = ["sh", "-c", script, "postgres"] + arguments
        let user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        Task.detached {
            _ = try? await Program("env").run((getuid() == 0 ? user : []) + shell, directory: "/") {
                shell in
                for await exchange in exchanges {
                    do {
                        if let command = exchange.command { try await shell.writeLine(command) }
                        exchange.answer.resume(returning: try await shell.readLine())
                    } catch {
                        exchange.answer.resume(throwing: error)
                    }
                }
            }
            continuation.finish()
            for await exchange in exchanges { exchange.answer.resume(returning: nil) }
        }
    }

    func ask(_ command: String) async throws {
        _ = try await exchange(command)
    }

    func readLine() async throws -> String? {
        try await exchange(nil)
    }

    func finish() { exchanges.finish() }

    private func exchange(_ command: String?) async throws -> String? {
        try await withCheckedThrowingContinuation { answer in
            let result = exchanges.yield(Exchange(command: command, answer: answer))
            if case .terminated = result { answer.resume(returning: nil) }
        }
    }
}
#endif
