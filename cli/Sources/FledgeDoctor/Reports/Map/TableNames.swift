// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The tables that the statements of an app name, and who names them.
struct TableNames {
    private(set) var boxes: [AppMap.Box] = []
    private(set) var arrows: [AppMap.Arrow] = []

    init(_ index: AppIndex, _ boxName: (FunctionUnit, FileIndex) -> String) {
        var found: Set<AppMap.Arrow> = []
        for (file, function) in index.functions where function.body != function.node {
            for literal in function.body.all(StringLiteralExprSyntax.self)
            where SQLText.isStatement(literal) {
                for table in SQLText.tables(literal) {
                    if !boxes.contains(where: { $0.name == table }) {
                        boxes.append(
                            AppMap.Box(
                                id: "table \(table)", name: table, kind: .table, layer: .database,
                                module: "tables",
                                file: file.source.path,
                                line: file.source.position(of: literal).line,
                                lines: 0, cognitive: 0, functions: 0))
                    }
                    found.insert(AppMap.Arrow(from: boxName(function, file), to: "table \(table)"))
                }
            }
        }
        boxes.sort { $0.name < $1.name }
        arrows = found.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }
}
