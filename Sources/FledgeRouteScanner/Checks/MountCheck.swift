// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Whether one marked type can be built and mounted by the generated file.
struct MountCheck {
    let file: SourceFile
    let type: TypeFact
    let attribute: AttributeFact
    /// Whether an extension has handlers of the type, which ``HandlerCheck`` reports.
    let isExtended: Bool

    private var isRoute: Bool { attribute.name == "Route" }

    /// The macro refuses `@Route` on a class, enum or actor, with a message of its own.
    var isMountable: Bool {
        type.keyword == "struct" && type.enclosing.isEmpty && !type.isHidden && !type.isGeneric
    }

    func run() -> [Diagnostic] {
        if !type.enclosing.isEmpty { return [error(nestedMessage)] }
        guard type.keyword == "struct" else {
            // Fail closed: without this, what the middleware guards would be open.
            return isRoute ? [] : [error("@FolderMiddleware needs a struct: \(type.name) is not.")]
        }
        var diagnostics: [Diagnostic] = []
        if type.isHidden { diagnostics.append(error(hiddenMessage)) }
        if type.isGeneric { diagnostics.append(error(genericMessage)) }
        if isRoute { diagnostics += verbDiagnostics() }
        return diagnostics
    }

    private func error(_ message: String) -> Diagnostic {
        .error(file.path, type.position, message)
    }

    private var nestedMessage: String {
        "@\(attribute.name) \(type.name) is inside \(type.enclosing.joined(separator: ".")): "
            + "Fledge mounts types at the top level of a file only. Move it out"
            + (isRoute ? ", or make it a @Controller." : ".")
    }

    private var hiddenMessage: String {
        let level = type.modifiers.contains("private") ? "private" : "fileprivate"
        return "\(type.name) is \(level), so the generated \(RouteScanner.outputName) cannot see "
            + "it. Remove '\(level)'."
    }

    private var genericMessage: String {
        "\(type.name) is generic, so Fledge cannot know what to build. Write a struct for each "
            + "type, or make it a @Controller and mount it by hand."
    }

    private func verbDiagnostics() -> [Diagnostic] {
        let misspelled = type.functions.filter { $0.misspelledVerb != nil }
        let hasHandler = type.functions.contains { !$0.handlers.isEmpty }
        let warnings = misspelled.compactMap { function in
            function.misspelledVerb.map { verb in
                Diagnostic.warning(
                    file.path, function.position,
                    "\(function.name) is not a handler: verbs are upper case. Write "
                        + "'func \(verb.rawValue)', or make it private if it is a helper.")
            }
        }
        return warnings + (hasHandler || isExtended ? [] : [error(verblessMessage)])
    }

    private var verblessMessage: String {
        "\(type.name) answers nothing: it has no handler. Write 'func GET() -> JSON { … }' in its "
            + "body, or mark a function with @GET, @POST, @PUT, @PATCH or @DELETE."
    }
}
