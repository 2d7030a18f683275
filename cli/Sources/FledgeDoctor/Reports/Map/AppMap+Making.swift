// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension AppMap {
    /// A box for each type that holds functions, and for each file with routes that are closures.
    init(_ index: AppIndex, _ findings: [Finding]) {
        var owners: [String: Box] = [:]
        var order: [String] = []
        for (file, function) in index.functions where function.body != function.node {
            let name = Self.boxName(function, file)
            if owners[name] == nil {
                owners[name] = Self.box(name, function, file, index)
                order.append(name)
            }
            if function.kind == .closure { owners[name]?.layer = .routes }
            owners[name]?.lines += function.lines
            owners[name]?.cognitive += function.cognitive
            owners[name]?.functions += 1
        }
        for finding in findings {
            let owner = finding.function.map { String($0.split(separator: ".").first ?? "") } ?? ""
            let inFile = order.first { owners[$0]?.file == finding.file }
            let name = owners[owner]?.file == finding.file ? owner : inFile ?? owner
            owners[name]?.findings.append(finding.fingerprint)
        }
        let tables = TableNames(index, Self.boxName)
        boxes = order.compactMap { owners[$0] } + tables.boxes
        arrows = MapArrows(index, Set(order)).all + tables.arrows
    }

    /// The type around a function, or the file of what is in none: no type's name has a dot.
    static func boxName(_ function: FunctionUnit, _ file: FileIndex) -> String {
        function.owner ?? file.source.name
    }

    private static func box(
        _ name: String, _ function: FunctionUnit, _ file: FileIndex, _ index: AppIndex
    ) -> Box {
        let declaration = function.owner.flatMap(index.declaration)
        let home = declaration.map { index.files[$0.file] } ?? file
        let layer = function.owner.flatMap { index.layer(of: $0) } ?? function.layer
        return Box(
            id: name, name: name, kind: function.owner == nil ? .routes : .type, layer: layer,
            module: home.source.module.name, file: home.source.path,
            line: home.source.position(of: declaration?.node ?? function.node).line, lines: 0,
            cognitive: 0, functions: 0)
    }
}
