// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

/// The command `fledge build`.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build the program for production.",
        discussion: """
            An optimized build with Swift's runtime inside of it and without symbols: one file that runs \
            on a machine without Swift.

              fledge build
              fledge build --product Shop -- --traits Postgres
              fledge build --json | jq -r .path

            It says where the program is, its size, and how long it takes to listen. For that it is \
            started once as 'fledge dev' would (development, a port of its own) and ended; \
            --no-measure leaves it out.
            """)

    @Option(help: "The executable product, in a package that has several.")
    var product: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Put Swift's runtime into the program. Linux only; macOS has it.")
    var `static` = true

    @Flag(
        inversion: .prefixedNo,
        help: "Take the symbols out. A crash then has no names in its trace.")
    var strip = true

    @Flag(inversion: .prefixedNo, help: "Start it once and say how long that took.")
    var measure = true

    @Flag(help: "Say the result as JSON, on standard output; all else goes to standard error.")
    var json = false

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp(
            "What is passed on to 'swift build', after --.", valueName: "build options"))
    var buildOptions: [String] = []

    func run() async throws {
        let terminal = json ? Terminal.errors : Terminal.output
        let package = try await AppPackage.find(from: Paths.current, product: product)
        let builder = Builder(
            package: package, configuration: "release", arguments: releaseOptions + buildOptions)
        terminal.line(terminal.dim("swift \(builder.call.joined(separator: " "))"))
        let started = ContinuousClock.now
        let result = try await builder.build { line in
            if BuildProgress.isShown(line) { terminal.line(terminal.dim("  " + line)) }
        }
        switch result {
        case .failed(let failure):
            FailureReport(failure, terminal: .errors).print()
            throw ExitCode.failure
        case .built(let binary, _):
            let seconds = started.duration(to: .now)
            let start = measure ? await StartTime.measure(binary, in: package.directory) : nil
            try report(
                BuildReport(
                    path: binary, bytes: Self.size(of: binary), buildSeconds: seconds.seconds,
                    startMilliseconds: start?.duration.map { $0.seconds * 1000 }),
                note: start?.note, on: terminal)
        }
    }

    private var releaseOptions: [String] {
        #if os(Linux)
        (self.static ? ["--static-swift-stdlib"] : []) + (strip ? ["-Xlinker", "-s"] : [])
        #else
        []
        #endif
    }

    private static func size(of file: String) -> Int {
        FileStamp(file).bytes ?? 0
    }

    private func report(_ report: BuildReport, note: String?, on terminal: Terminal) throws {
        if json { return Terminal.output.line(try report.json) }
        terminal.line("\(terminal.bold(Paths.display(report.path)))")
        terminal.line("  size   \(report.sizeText)")
        terminal.line("  built  in \(Duration.seconds(report.buildSeconds).brief)")
        if let start = report.startMilliseconds {
            terminal.line("  start  \(Duration.milliseconds(start).brief) until it listens")
        } else if let note {
            terminal.line("  start  not measured: \(note)")
        }
        terminal.line(terminal.dim("fledge start runs it."))
    }
}
