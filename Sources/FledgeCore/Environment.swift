// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The settings an app is started with: the process environment, and files of the same form.
///
///     let environment = try Environment.load()
///     environment.mode                                  // .development
///     environment["DATABASE_URL"]                       // "postgres://…", or nil
///     try environment.get("PORT", as: Int.self)         // 3000, or nil
///
/// The files, of which the first that defines a variable wins; the process environment wins over all:
///
/// | file | for |
/// |---|---|
/// | `.env.development.local` | this machine, in this mode |
/// | `.env.local` | this machine; not read in the mode `test`, so that tests are the same everywhere |
/// | `.env.development` | everybody, in this mode |
/// | `.env` | everybody |
///
/// `$NAME`, `${NAME}` and `${NAME:-default}` stand for other variables, of any file or the process:
/// they are replaced after all files have been read. `\$` is a dollar sign, and single quotes keep
/// everything as it is. A value of the process environment is taken as it is, always.
///
/// Settings of your own are best declared as a type; see ``SettingsReader``. A test makes an
/// environment by hand: `Environment(mode: .test, values: ["PORT": "0"])`.
public struct Environment: Sendable {
    /// What the app runs for: `FLEDGE_ENV`, or what the build was made for when that is not set.
    public let mode: Mode
    /// The files that were there and were read, those that win first.
    public let files: [String]
    private let variables: [String: Variable]
    /// Whether somebody said the mode, and it is not just what the build was made for.
    private let isModeGiven: Bool

    /// Whether answers may show internals: only in development, and only when that was said.
    package var showsInternals: Bool { mode == .development && isModeGiven }

    /// Where a variable was defined.
    public enum Origin: Sendable, Hashable, CustomStringConvertible {
        /// In the environment of the process.
        case process
        /// In a file.
        case file(String, line: Int)
        /// In code, by ``Environment/init(mode:values:)``.
        case code

        /// `.env:3`, `the process environment` or `code`.
        public var description: String {
            switch self {
            case .process: "the process environment"
            case .file(let name, let line): "\(name):\(line)"
            case .code: "code"
            }
        }
    }

    struct Variable {
        var value: String
        var origin: Origin
    }

    /// Makes an environment of given values, for tests.
    ///
    /// Nothing is expanded.
    public init(mode: Mode, values: [String: String] = [:]) {
        self.init(
            mode: mode, files: [],
            variables: values.mapValues { Variable(value: $0, origin: .code) }, isModeGiven: true)
    }

    init(mode: Mode, files: [String], variables: [String: Variable], isModeGiven: Bool) {
        self.mode = mode
        self.isModeGiven = isModeGiven
        self.files = files
        self.variables = variables
    }

    /// The value of a variable, `nil` when it is not defined.
    public subscript(name: String) -> String? { variables[name]?.value }

    /// The value of a variable, parsed.
    ///
    /// `nil` when it is not defined or empty.
    ///
    /// - Throws: ``SettingsError`` when it does not parse.
    public func get<Value: ParameterValue>(_ name: String, as type: Value.Type) throws -> Value? {
        var reader = SettingsReader(self)
        let value = reader.read(name, Value?.self)
        try reader.check()
        return try value.value
    }

    /// Where a variable was defined, `nil` when it is not.
    public func origin(of name: String) -> Origin? { variables[name]?.origin }

    /// The names of all variables, sorted.
    public var names: [String] { variables.keys.sorted() }
}

extension Environment: CustomStringConvertible, CustomReflectable {
    /// Each name with its origin, a line each, and no value: some of them are secrets.
    public var description: String {
        let lines = names.map { "\($0) (\(origin(of: $0) ?? .code))" }
        return ([mode.rawValue] + lines).joined(separator: "\n")
    }

    /// No values either.
    public var customMirror: Mirror {
        Mirror(self, children: ["mode": mode, "names": names])
    }
}

extension Environment {
    /// Reads the files and the process environment.
    ///
    ///     let services = try await Services(environment: .load())
    ///
    /// Blocks while it reads a few small files; call it at start.
    ///
    /// - Parameters:
    ///   - directory: Where the files are: the working directory unless told. Files that do not
    ///     exist are passed over.
    ///   - process: The environment of the process.
    /// - Returns: The variables, merged and expanded.
    /// - Throws: ``EnvironmentError``, listing everything that is wrong in all files.
    public static func load(
        directory: String = ".",
        process: [String: String] = ProcessInfo.processInfo.environment
    ) throws(EnvironmentError) -> Environment {
        try EnvironmentLoader(directory: directory, process: process).load()
    }

    /// The process environment alone, without files: what an `App()` looks at that was given none.
    ///
    /// A `mode` that is given counts before `FLEDGE_ENV`.
    static func ofProcess(mode: Mode?) -> (environment: Environment, mistake: String?) {
        let process = ProcessInfo.processInfo.environment
        let variables = process.mapValues { Variable(value: $0, origin: .process) }
        let isGiven = mode != nil || Mode.isNamed(in: process)
        func environment(_ mode: Mode) -> Environment {
            Environment(mode: mode, files: [], variables: variables, isModeGiven: isGiven)
        }
        if let mode { return (environment(mode), nil) }
        do throws(Mode.UnknownName) {
            return (environment(try Mode.named(in: process)), nil)
        } catch {
            // Production shows the least; the app does not start anyway.
            return (environment(.production), error.description)
        }
    }
}

extension Mode {
    /// The variable that sets it.
    static let variable = "FLEDGE_ENV"

    struct UnknownName: Error {
        var description: String {
            let names = Mode.allCases.map(\.rawValue).joined(separator: ", ")
            return "\(Mode.variable) must be one of \(names). "
                + "Correct it, or unset it for what the build was made for."
        }
    }

    static func isNamed(in process: [String: String]) -> Bool {
        !(process[variable] ?? "").isEmpty
    }

    /// What `FLEDGE_ENV` says; unset or empty, what the build was made for.
    static func named(in process: [String: String]) throws(UnknownName) -> Mode {
        guard let name = process[variable], !name.isEmpty else { return .ofBuild }
        guard let mode = Mode(rawValue: name) else { throw UnknownName() }
        return mode
    }
}
