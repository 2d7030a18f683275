// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

/// Which program is asked, and how it is built: what commands about an app share.
struct AppOptions: ParsableArguments {
    @Option(help: "The executable product, in a package that has several.")
    var product: String?

    @Flag(inversion: .prefixedNo, help: "Build the program first; else the last build is asked.")
    var build = true

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp(
            "What is passed on to 'swift build', after --.", valueName: "build options"))
    var buildOptions: [String] = []
}

/// The program of an app that is run to be asked something, and serves nobody.
///
/// Only the app knows its routes, its database and its settings, so it is asked itself. Fledge's
/// `serve` and `Migrations.apply` look at the variables `FLEDGE_DESCRIBE` and `FLEDGE_MIGRATE`.
struct AppProgram: Sendable {
    let package: AppPackage
    let binary: String
    let buildOptions: [String]

    /// Finds the package and builds its program.
    ///
    /// - Throws: ``CommandError``, or `ExitCode.failure` after the compiler's errors are printed.
    static func make(_ options: AppOptions) async throws -> AppProgram {
        let package = try await AppPackage.find(from: Paths.current, product: options.product)
        let builder = Builder(package: package, arguments: options.buildOptions)
        if options.build {
            if case .failed(let failure) = try await builder.build() {
                FailureReport(failure, terminal: .errors).print()
                throw ExitCode.failure
            }
        }
        guard Paths.exists(builder.binary) else {
            throw CommandError(
                "\(package.product) was not built: \(Paths.display(builder.binary)) is not there.",
                remedy: "Leave --no-build out.")
        }
        return AppProgram(
            package: package, binary: builder.binary, buildOptions: options.buildOptions)
    }

    /// Asks the app what it is, and about one request if wanted.
    func describe(explaining request: String? = nil) async throws -> AppDescription {
        try await AppDescription.ask(program, explaining: request)
    }

    /// Has the app write its OpenAPI document, as JSON or, by the file's name, as YAML.
    func writeOpenAPI(to path: String) async throws {
        let before = FileStamp(path)
        let order = AppOrder(
            variables: ["FLEDGE_DESCRIBE_OPENAPI": path], fileVariable: "FLEDGE_DESCRIBE",
            purpose: "write its OpenAPI document")
        _ = try await order.carryOut(with: program)
        guard FileStamp(path) != before else {
            throw CommandError(
                "\(package.product) has no OpenAPI document.",
                remedy: "Turn it on where the app is made: app.openAPI(\"\(package.product)\")")
        }
    }

    /// Has the app carry out an order about its migrations, such as `up` or `status`.
    func migrate(_ order: String) async throws -> MigrationReport {
        try await MigrationReport.ask(for: order, with: program)
    }

    private var program: Program { Program(executable: binary, directory: package.directory) }
}
