// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Finds handlers in extensions, which the macros cannot see.
///
/// A macro is given the body of its struct and nothing else, so such a handler would compile and
/// answer 404.
struct HandlerCheck {
    let input: ScanInput
    let files: [FileFacts]

    func run() -> [Diagnostic] {
        let owners = controllers()
        guard !owners.isEmpty else { return [] }
        return files.flatMap { file in
            file.types.filter { $0.keyword == "extension" }.flatMap { type in
                diagnostics(of: type, in: file.file, owners: owners)
            }
        }
    }

    /// Top-level `@Route` and `@Controller` types by every name an extension may use.
    private func controllers() -> [String: String] {
        var places: [String: String] = [:]
        for file in files {
            for type in file.types where type.enclosing.isEmpty {
                guard type.attribute("Route") ?? type.attribute("Controller") != nil else {
                    continue
                }
                let place = input.displayPlace(file.file, type.position)
                places[type.name] = place
                places["\(input.target).\(type.name)"] = place
            }
        }
        return places
    }

    private func diagnostics(
        of type: TypeFact, in file: SourceFile, owners: [String: String]
    ) -> [Diagnostic] {
        guard let place = owners[type.name] else { return [] }
        return type.functions.filter { !$0.handlers.isEmpty && !$0.isHidden }.map { function in
            .error(
                file.path, function.position,
                "Fledge only sees handlers in the body of the struct: move \(function.name) to "
                    + "\(type.name) (\(place)).")
        }
    }
}
