// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The application's `Services` type, as the generated file needs to know it.
struct ServicesFact: Sendable {
    var type: TypeFact
    var file: SourceFile
    /// The module to import for it; nil when it is in the target itself.
    var module: String?
    /// How the generated main builds it; nil when that cannot be read from the text.
    var initializer: InitializerFact?
}

/// Finds `Services`: in the target, or else in a module the target depends on directly.
///
/// The search is by name and needs no convention for files. A dependency's type counts only if it
/// is `public` or `package`, since the generated file could not see it otherwise.
struct ServicesLookup {
    let input: ScanInput
    let target: ScannedModule
    let modules: [ScannedModule]

    func find() -> (source: ServicesFact?, diagnostics: [Diagnostic]) {
        if let own = facts(in: target).first(where: { !$0.type.isHidden }) {
            return (own, ownDiagnostics(own))
        }
        let shared = modules.filter { target.module.dependencies.contains($0.module.name) }
            .flatMap { facts(in: $0) }.filter(\.type.isShared)
        guard let first = shared.first else { return (nil, []) }
        if let other = shared.first(where: { $0.module != first.module }) {
            return (first, [ambiguity(first, other)])
        }
        return (first, initializerDiagnostics(first))
    }

    private func facts(in module: ScannedModule) -> [ServicesFact] {
        module.files.flatMap { file in
            file.types.filter(Self.isServices).map { type in
                ServicesFact(
                    type: type, file: file.file,
                    module: module.module.name == input.target ? nil : module.module.name,
                    initializer: initializer(in: module))
            }
        }
    }

    private static func isServices(_ type: TypeFact) -> Bool {
        type.name == "Services" && type.enclosing.isEmpty
            && !["extension", "protocol"].contains(type.keyword)
    }

    /// The initializer with the most effects: a `try await` too many is a warning, one too few an
    /// error.
    private func initializer(in module: ScannedModule) -> InitializerFact? {
        let found = module.files.flatMap(\.types)
            .filter { $0.name == "Services" && $0.enclosing.isEmpty }
            .flatMap(\.environmentInitializers)
        return found.max {
            ($0.isAsync ? 1 : 0, $0.isThrowing ? 1 : 0)
                < ($1.isAsync ? 1 : 0, $1.isThrowing ? 1 : 0)
        }
    }

    private func ownDiagnostics(_ own: ServicesFact) -> [Diagnostic] {
        guard target.module.isExecutable || own.type.isShared else {
            return [
                .error(
                    own.file.path, own.type.position,
                    "Services must be package or public: in a library, FileRoutes.mount is "
                        + "package, so that the program can call it, and takes Services. "
                        + "Write 'package \(own.type.keyword) Services'.")
            ]
        }
        return initializerDiagnostics(own)
    }

    private func initializerDiagnostics(_ services: ServicesFact) -> [Diagnostic] {
        let hasGeneratedMain = target.module.isExecutable && !target.hasMain
        guard hasGeneratedMain, services.initializer == nil, services.type.keyword != "typealias"
        else { return [] }
        return [
            .error(
                services.file.path, services.type.position,
                "Services has no init(environment:), which the generated main calls. Add "
                    + "'init(environment: Environment) async throws' in an extension, or write a "
                    + "main.swift of your own.")
        ]
    }

    private func ambiguity(_ first: ServicesFact, _ other: ServicesFact) -> Diagnostic {
        let place = input.displayPlace(first.file, first.type.position)
        return .error(
            other.file.path, other.type.position,
            "Services is declared in \(other.module ?? input.target) and in "
                + "\(first.module ?? input.target) (\(place)). Keep one, or say which in "
                + "\(input.target): 'typealias Services = \(first.module ?? input.target).Services'."
        )
    }
}
