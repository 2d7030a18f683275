// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Collects the declarations of a file in one walk.
final class IndexVisitor: SyntaxVisitor {
    let file: Int
    var imports: [(name: String, node: Syntax)] = []
    var types: [TypeUnit] = []
    var functions: [FunctionUnit] = []
    var globals: [PropertyUnit] = []
    /// Other names of types.
    var aliases: [String: String] = [:]
    var mounts: [RouteCall] = []
    var routes: [RouteCall] = []

    /// The types around the place, by their number in `types`.
    private var around: [Int] = []
    /// The functions around the place, by their number in `functions`; -1 for what is not measured.
    private var inside: [Int] = []
    /// The paths of the groups around the place.
    private var prefixes: [(closure: SyntaxIdentifier, path: String)] = []

    init(file: Int) {
        self.file = file
        super.init(viewMode: .sourceAccurate)
    }

    // MARK: Types

    override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
        imports.append((node.path.first?.name.text ?? "", Syntax(node)))
        return .skipChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(node, .struct, node.name.text, node.inheritanceClause)
    }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(node, .class, node.name.text, node.inheritanceClause)
    }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(node, .enum, node.name.text, node.inheritanceClause)
    }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(node, .actor, node.name.text, node.inheritanceClause)
    }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(node, .protocol, node.name.text, node.inheritanceClause)
    }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        let name = TypeText.core(node.extendedType.trimmedDescription)
        return enter(node, .extension, name, node.inheritanceClause)
    }

    override func visitPost(_: StructDeclSyntax) { around.removeLast() }
    override func visitPost(_: ClassDeclSyntax) { around.removeLast() }
    override func visitPost(_: EnumDeclSyntax) { around.removeLast() }
    override func visitPost(_: ActorDeclSyntax) { around.removeLast() }
    override func visitPost(_: ProtocolDeclSyntax) { around.removeLast() }
    override func visitPost(_: ExtensionDeclSyntax) { around.removeLast() }

    private func enter(
        _ node: some DeclGroupSyntax, _ kind: TypeUnit.Kind, _ name: String,
        _ clause: InheritanceClauseSyntax?
    ) -> SyntaxVisitorContinueKind {
        let outer = around.last.map { types[$0].qualifiedName + "." } ?? ""
        types.append(
            TypeUnit(
                name: TypeText.last(name), qualifiedName: outer + name, kind: kind,
                attributes: node.attributeNames,
                inherited: clause?.inheritedTypes.map { $0.type.trimmedDescription } ?? [],
                isPrivate: node.modifiers.arePrivate, node: Syntax(node), file: file))
        around.append(types.count - 1)
        return .visitChildren
    }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        aliases[node.name.text] = node.initializer.value.trimmedDescription
        return .skipChildren
    }

    // MARK: Properties

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        guard inside.isEmpty else { return .visitChildren }
        for binding in node.bindings {
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
            else { continue }
            let property = PropertyUnit(
                name: name,
                type: binding.typeAnnotation?.type.trimmedDescription ?? binding.madeType,
                isStored: binding.isStored, isStatic: node.modifiers.areStatic,
                isPrivate: node.modifiers.arePrivate, node: Syntax(node))
            if let type = around.last {
                types[type].properties.append(property)
            } else {
                globals.append(property)
            }
        }
        return .visitChildren
    }

    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
        guard inside.isEmpty, case .getter(let statements) = node.accessors,
            let binding = node.parent?.as(PatternBindingSyntax.self)
        else { return .visitChildren }
        accessor(node, binding, body: Syntax(statements))
        return .visitChildren
    }

    override func visitPost(_ node: AccessorBlockSyntax) { leave(Syntax(node)) }

    override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind {
        guard inside.isEmpty, let body = node.body,
            let binding = node.ancestor(PatternBindingSyntax.self)
        else { return .visitChildren }
        accessor(node, binding, body: Syntax(body))
        return .visitChildren
    }

    override func visitPost(_ node: AccessorDeclSyntax) { leave(Syntax(node)) }

    private func accessor(
        _ node: some SyntaxProtocol, _ binding: PatternBindingSyntax, body: Syntax
    ) {
        let name = binding.pattern.trimmedDescription
        let declaration = binding.ancestor(VariableDeclSyntax.self)
        begin(
            FunctionUnit(
                name: qualified(name), simpleName: name, kind: .accessor, owner: owner,
                ownerUnit: around.last, returnType: binding.typeAnnotation?.type.trimmedDescription,
                isPrivate: declaration?.modifiers.arePrivate ?? false,
                isStatic: declaration?.modifiers.areStatic ?? false,
                node: Syntax(node), body: body, file: file))
    }

    // MARK: Functions

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        // A function in a function is part of it.
        guard inside.isEmpty, let body = node.body else {
            if inside.isEmpty { declare(node) }
            return .visitChildren
        }
        begin(unit(node, Syntax(body)))
        return .visitChildren
    }

    override func visitPost(_ node: FunctionDeclSyntax) { leave(Syntax(node)) }

    /// A requirement of a protocol: it has no body, but says what it returns.
    private func declare(_ node: FunctionDeclSyntax) {
        var unit = unit(node, Syntax(node))
        unit.cyclomatic = 0
        functions.append(unit)
    }

    private func unit(_ node: FunctionDeclSyntax, _ body: Syntax) -> FunctionUnit {
        let name = node.name.text.trimmingBackticks
        var unit = FunctionUnit(
            name: qualified(name), simpleName: name, kind: .function, owner: owner,
            ownerUnit: around.last, parameters: node.signature.parameterClause.units,
            returnType: node.signature.returnClause?.type.trimmedDescription,
            attributes: node.attributeNames, isPrivate: node.modifiers.arePrivate,
            isStatic: node.modifiers.areStatic, node: Syntax(node), body: body, file: file)
        let isRoute = around.last.map { types[$0].isRoute } ?? false
        if let verb = node.attribute(Verbs.all) {
            unit.verb = verb.attributeName.trimmedDescription
            unit.pathText = verb.firstText ?? ""
            unit.isHandler = true
        } else if Verbs.all.contains(name), isRoute || (owner?.hasSuffix("Route") ?? false) {
            unit.verb = name
            unit.isHandler = true
        }
        return unit
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        guard inside.isEmpty, let body = node.body else { return .visitChildren }
        begin(
            FunctionUnit(
                name: qualified("init"), simpleName: "init", kind: .initializer, owner: owner,
                ownerUnit: around.last, parameters: node.signature.parameterClause.units,
                returnType: owner, isPrivate: node.modifiers.arePrivate, node: Syntax(node),
                body: Syntax(body), file: file))
        return .visitChildren
    }

    override func visitPost(_ node: InitializerDeclSyntax) { leave(Syntax(node)) }

    private var owner: String? { around.last.map { types[$0].name } }

    private func qualified(_ name: String) -> String {
        around.last.map { types[$0].qualifiedName + "." + name } ?? name
    }

    private func begin(_ unit: FunctionUnit) {
        functions.append(unit)
        inside.append(functions.count - 1)
    }

    private func leave(_ node: Syntax) {
        if let last = inside.last, functions[last].node == node { inside.removeLast() }
    }

    // MARK: Routes in code

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let name = node.calleeName, node.receiver != nil else { return .visitChildren }
        if name == "group" {
            group(node)
        } else if name == "use" || name == "mount" {
            mount(node)
        } else if let verb = Verbs.ofMethod(name, node) {
            route(node, verb)
        }
        return .visitChildren
    }

    private func group(_ node: FunctionCallExprSyntax) {
        guard let closure = node.closures.last else { return }
        prefixes.append((closure.id, node.arguments.first?.expression.literalText ?? ""))
    }

    private var prefix: String { prefixes.map(\.path).joined() }

    private func mount(_ node: FunctionCallExprSyntax) {
        mounts.append(RouteCall(verb: "", node: node, function: inside.last))
    }

    private func route(_ node: FunctionCallExprSyntax, _ verb: String) {
        let path = prefix + (Verbs.path(node) ?? "")
        routes.append(RouteCall(verb: verb, node: node, function: inside.last))
        guard let closure = node.closures.last else { return }
        let unit = FunctionUnit(
            name: "\(verb) \(path)", simpleName: "\(verb) \(path)", kind: .closure, owner: owner,
            ownerUnit: around.last, parameters: closure.parameterUnits, node: Syntax(closure),
            body: Syntax(closure.statements), file: file, verb: verb, pathText: path,
            captured: captured, isHandler: true)
        for outer in inside where outer >= 0 { functions[outer].routeClosures.insert(closure.id) }
        functions.append(unit)
        inside.append(functions.count - 1)
    }

    /// The parameters and variables of the functions around a closure.
    private var captured: [ParameterUnit] {
        inside.flatMap { number -> [ParameterUnit] in
            let outer = functions[number]
            guard outer.kind != .closure else { return outer.captured }
            let locals = outer.body.all(VariableDeclSyntax.self).flatMap(\.bindings)
            return outer.parameters
                + locals.compactMap { binding in
                    guard
                        let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
                    else { return nil }
                    let type = binding.typeAnnotation?.type.trimmedDescription ?? binding.madeType
                    return type.map { ParameterUnit(label: nil, name: name, type: $0) }
                }
        }
    }

    override func visitPost(_ node: ClosureExprSyntax) {
        leave(Syntax(node))
        if prefixes.last?.closure == node.id { prefixes.removeLast() }
    }
}
