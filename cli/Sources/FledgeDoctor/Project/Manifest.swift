// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax

/// The targets that a `Package.swift` declares, read without running it.
///
/// A manifest is a program, and this reads only what stands in it as literals. That is enough for
/// the manifests people write, works while the package does not build, and runs no foreign code.
struct Manifest {
    var modules: [Module] = []

    init(_ text: String) {
        let reader = ManifestReader(viewMode: .sourceAccurate)
        reader.walk(Parser.parse(source: text))
        modules = reader.modules
    }
}

private final class ManifestReader: SyntaxVisitor {
    var modules: [Module] = []

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let callee = node.calledExpression.as(MemberAccessExprSyntax.self),
            let kind = kind(callee.declName.baseName.text),
            let name = node.argument("name")?.literalText,
            // `.target(name: "X")` is also how a dependency is written: inside a list of them.
            !isDependency(node)
        else { return .visitChildren }
        var module = Module(name: name, kind: kind, path: defaultPath(name, kind))
        if let path = node.argument("path")?.literalText { module.path = normalized(path) }
        module.dependencies = names(node.argument("dependencies"))
        module.exclude = strings(node.argument("exclude")).map(normalized)
        modules.append(module)
        return .skipChildren
    }

    private func kind(_ name: String) -> Module.Kind? {
        switch name {
        case "target", "macro": .library
        case "executableTarget": .executable
        case "testTarget": .test
        case "plugin": .plugin
        default: nil
        }
    }

    private func defaultPath(_ name: String, _ kind: Module.Kind) -> String {
        switch kind {
        case .test: "Tests/\(name)"
        case .plugin: "Plugins/\(name)"
        case .executable, .library: "Sources/\(name)"
        }
    }

    private func isDependency(_ node: FunctionCallExprSyntax) -> Bool {
        var parent = node.parent
        while let current = parent {
            if let label = current.as(LabeledExprSyntax.self)?.label?.text {
                return label == "dependencies" || label == "products"
            }
            parent = current.parent
        }
        return false
    }

    private func names(_ list: ExprSyntax?) -> [String] {
        list?.as(ArrayExprSyntax.self)?.elements.compactMap { element in
            element.expression.literalText
                ?? element.expression.as(FunctionCallExprSyntax.self)?.argument("name")?.literalText
        } ?? []
    }

    private func strings(_ list: ExprSyntax?) -> [String] {
        list?.as(ArrayExprSyntax.self)?.elements.compactMap(\.expression.literalText) ?? []
    }

    private func normalized(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
