// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Services that no test reaches.
struct UntestedService: Rule {
    let name = "untested-service"
    let severity = Severity.warning
    let summary = "No test calls a service, itself or through what uses it."
    let explanation = """
        Services hold the rules, and a test of a rule is a call of a function. A service counts as tested \
        when a test calls one of its methods, on the type or on its protocol, or calls a handler or another \
        service that does.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let services = ServiceTypes.find(context.index)
        if context.tests.isEmpty {
            guard let first = services.first else { return [] }
            return [
                finding(
                    at: first.type.node.headNode, in: first.file, function: first.type.name,
                    "No test calls a service: this app has no tests, and \(services.count) services.",
                    suggestion: "Add a test target that calls \(first.type.name).")
            ]
        }
        let reach = Reach(context)
        let known = Set(services.map(\.type.name))
        // What only has rules, in a place for services: untested when no test says its name, either.
        let others = ServiceTypes.doers(context.index).filter { file, type in
            !known.contains(type.name) && isPlaceForServices(file, context.index)
                && ServiceTypes.decides(type.name, context.index)
                && !context.tests.names.values.contains { $0.contains(type.name) }
        }
        let hidden = ServiceTypes.implementations(context.index).filter { _, type in
            !known.contains(type.name) && ServiceTypes.decides(type.name, context.index)
        }
        // What nobody uses is to be removed, not tested.
        let unused = Set(
            UnusedService.unused(context.index, ServiceUses(context.index)).types.map(\.type.name))
        return (services + others + hidden).compactMap { file, type in
            guard !unused.contains(type.name), !reach.isTested(service: type.name),
                !ServiceTypes.isOutgoing(type, context.index)
            else { return nil }
            return finding(
                at: type.node.headNode, in: file, function: type.name,
                "No test calls \(type.name), neither itself nor through a handler. Its rules are only tried by users.",
                suggestion: "Write a test that makes one on a store in memory and calls it.")
        }
    }

    /// A module or a folder that is called so.
    private func isPlaceForServices(_ file: FileIndex, _ index: AppIndex) -> Bool {
        index.roles[file.source.module.name] == .layer(.services)
            || LayerMap.folderLayer(file) == .services
    }
}
