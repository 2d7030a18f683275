// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A command that another program does, which is built when it is first asked for.
///
/// What parses Swift takes minutes to compile, and who only makes and serves apps should not wait
/// for it.
struct Delegate {
    /// The executable product of the checkout's `cli` package.
    let product: String

    /// Builds the program if it is not there or is older than its sources, and becomes it.
    ///
    /// - Throws: ``CommandError`` when there is no checkout or the program cannot be built.
    func run(_ arguments: [String]) async throws -> Never {
        guard let checkout = Checkout.folder else {
            throw CommandError(
                "'\(product)' is built from a checkout of Fledge, and none is known.",
                remedy: """
                    Install fledge from one (scripts/install), or say where it is: \
                    FLEDGE_CHECKOUT=../fledge fledge …
                    """)
        }
        let package = AppPackage(
            root: checkout + "/cli", directory: Paths.current, name: "fledge-cli", product: product)
        let builder = Builder(package: package, configuration: "release")
        try await build(builder)
        try become(builder.binary, arguments)
    }

    private func build(_ builder: Builder) async throws {
        let terminal = Terminal.errors
        if !Paths.exists(builder.binary) {
            terminal.line(
                "'\(product)' is built once; it compiles Swift's parser, which takes some minutes.")
        }
        let result = try await builder.build { line in
            if BuildProgress.isShown(line) { terminal.line(terminal.dim("  " + line)) }
        }
        if case .failed(let failure) = result {
            FailureReport(failure, terminal: terminal).print()
            throw CommandError(
                "'\(product)' could not be built from \(builder.package.root).",
                remedy: "Is the checkout whole and up to date? 'git status' there says.")
        }
    }

    private func become(_ binary: String, _ arguments: [String]) throws -> Never {
        var copies = ([binary] + arguments).map { strdup($0) } + [nil]
        _ = execv(binary, &copies)
        throw CommandError("\(binary) could not be started: \(String(cString: strerror(errno))).")
    }
}
