// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Types of the web in a service.
struct WebTypeInService: Rule {
    let name = "web-type-in-service"
    let severity = Severity.error
    let summary = "A service takes, returns or throws something of the web."
    let explanation = """
        A service that knows requests and statuses can only be called by a request: not by a job, a \
        command or another service, and a test has to make up the web around it. Services take and return \
        values and throw errors of the domain; an error becomes an answer beside the routes \
        (ProblemConvertible). A type of the domain that is called Request or Response is not meant.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let index = context.index
        var found: [Finding] = []
        for file in index.files where !file.isTest {
            let before = found.count
            found += functions(of: file, index) + types(of: file, index)
            if found.count == before { found += imports(of: file, index) }
        }
        return found
    }

    private func functions(of file: FileIndex, _ index: AppIndex) -> [Finding] {
        file.functions.compactMap { function in
            guard [.services, .database].contains(function.layer), isService(function, file, index)
            else { return nil }
            guard
                let (node, name) = webName(in: function.whole, file, index)
                    ?? WebWords.find(in: function, index)
            else { return nil }
            var finding = finding(
                at: function, in: file,
                "\(function.name) is of a service and uses '\(name)' of the web (line \(file.source.position(of: node).line)). Only a request can call it, and a test of the rule needs one.",
                suggestion: suggestion(name))
            finding.function = function.name
            return finding
        }
    }

    /// In a module of its own everything is a service's.
    ///
    /// In an app of one module only what says so.
    private func isService(_ function: FunctionUnit, _ file: FileIndex, _ index: AppIndex) -> Bool {
        if index.roles[file.source.module.name] == .layer(.services) { return true }
        guard let owner = function.owner else { return true }
        return [.services, .database].contains(index.layer(of: owner))
    }

    /// Properties and conformances, which are in no function.
    private func types(of file: FileIndex, _ index: AppIndex) -> [Finding] {
        file.types.compactMap { type in
            let isPure = index.roles[file.source.module.name] == .layer(.services)
            if let name = conformance(of: type, in: file, index) {
                return becomes(type, name, file)
            }
            guard isPure || (index.layer(of: type.name) == .services && type.kind != .extension)
            else {
                return nil
            }
            let nodes = type.properties.filter(\.isStored).map(\.node)
            for node in nodes {
                guard let (place, name) = webName(in: node, file, index) else { continue }
                return finding(
                    at: place, in: file, function: type.name,
                    "\(type.qualifiedName) is of the services and keeps '\(name)' of the web.",
                    suggestion: suggestion(name))
            }
            return nil
        }
    }

    /// What of the web a type becomes where services are: in a module or folder of theirs, or in the
    /// file of one that has no routes.
    private func conformance(of type: TypeUnit, in file: FileIndex, _ index: AppIndex) -> String? {
        let name = type.inherited.map(TypeText.last)
            .first { KnownNames.webProtocols.contains($0) && index.types[$0] == nil }
        guard let name else { return nil }
        if index.roles[file.source.module.name] == .layer(.services) { return name }
        if LayerMap.folderLayer(file) == .services { return name }
        guard LayerMap.folderLayer(file) == nil else { return nil }
        let hasService = file.types.contains { other in
            other.kind != .extension && other.name != type.name && index.isService(other.name)
                && index.layer(of: other.name) == .services
        }
        let isWeb = file.functions.contains { function in
            function.isHandler || TypeText.core(function.returnType ?? "") == "App"
                || function.parameters.contains { TypeText.core($0.type) == "App" }
        }
        return hasService && !isWeb ? name : nil
    }

    private func becomes(_ type: TypeUnit, _ name: String, _ file: FileIndex) -> Finding {
        finding(
            at: type.node.headNode, in: file, function: type.name,
            "\(type.qualifiedName) becomes '\(name)' of the web where the services are.",
            suggestion:
                "Move this extension beside the routes, into app/_web/\(type.name)+\(name).swift."
        )
    }

    private func imports(of file: FileIndex, _ index: AppIndex) -> [Finding] {
        guard index.roles[file.source.module.name] == .layer(.services) else { return [] }
        return file.imports.filter { KnownNames.webModules.contains($0.name) }.prefix(1).map {
            finding(
                at: $0.node, in: file,
                "\(file.source.module.name) holds services and imports \($0.name), which is of the web.",
                suggestion:
                    "Import FledgeSchema, which has @Schema and nothing of the web; move what needs more to the routes."
            )
        }
    }

    private func suggestion(_ name: String) -> String {
        switch name {
        case "Problem":
            "Throw an error of the domain, and make it a Problem beside the routes (extension …Error: ProblemConvertible)."
        case "Request", "Header", "Cookie", "Cookies", "Fields":
            "Take the values it needs as parameters, and let the handler bind them."
        case "Response", "HTML", "Created", "Redirect", "Status":
            "Return a value of the domain, and let the handler make the answer."
        default: "Take or return a value of the domain, and let the routes translate."
        }
    }

    // MARK: Names

    /// The first name of the web that is meant as such.
    private func webName(
        in node: Syntax, _ file: FileIndex, _ index: AppIndex
    ) -> (Syntax, String)? {
        let seesWeb = file.importsAny(of: KnownNames.webModules)
        func isWeb(_ name: String) -> Bool {
            guard index.types[name] == nil else { return false }
            if KnownNames.webTypes.contains(name) || index.webAliases.contains(name) { return true }
            return seesWeb && KnownNames.webWords.contains(name)
        }
        for type in node.all(IdentifierTypeSyntax.self) where isWeb(type.name.text) {
            // `Survey.Response` is a member of another type.
            return (Syntax(type), type.name.text)
        }
        // `Fledge.Response` is the web's, whatever the app calls its own.
        for type in node.all(MemberTypeSyntax.self) where isModule(type.baseType) {
            let name = type.name.text
            if KnownNames.webTypes.union(KnownNames.webWords).contains(name) {
                return (Syntax(type), name)
            }
        }
        for reference in node.all(DeclReferenceExprSyntax.self) where isWeb(reference.baseName.text)
        {
            let member = reference.parent?.as(MemberAccessExprSyntax.self)
            if member == nil || member?.base?.id == ExprSyntax(reference).id {
                return (Syntax(reference), reference.baseName.text)
            }
        }
        return nil
    }

    private func isModule(_ type: TypeSyntax) -> Bool {
        type.as(IdentifierTypeSyntax.self).map { KnownNames.webModules.contains($0.name.text) }
            ?? false
    }
}
