// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Adds up what was measured, layer by layer.
enum LayerSums {
    static func make(_ index: AppIndex) -> [Diagnosis.LayerSum] {
        var sums = Dictionary(
            uniqueKeysWithValues: Layer.allCases.map { ($0, Diagnosis.LayerSum(layer: $0)) })
        for (number, file) in index.files.enumerated() where !file.isTest {
            sums[index.mainLayer(of: number)]?.files += 1
            for (layer, lines) in lines(file, main: index.mainLayer(of: number), index) {
                sums[layer]?.lines += lines
            }
        }
        for (_, function) in index.functions where function.body != function.node {
            sums[function.layer]?.functions += 1
            sums[function.layer]?.cyclomatic += function.cyclomatic
            sums[function.layer]?.cognitive += function.cognitive
        }
        let total = sums.values.reduce(0) { $0 + $1.cognitive }
        return Layer.allCases.compactMap { layer in
            guard var sum = sums[layer] else { return nil }
            sum.share = total == 0 ? 0 : Double(sum.cognitive) / Double(total)
            return sum
        }
    }

    /// Lines of types and of routes' closures count for their layers, the rest for the file's.
    private static func lines(
        _ file: FileIndex, main: Layer, _ index: AppIndex
    ) -> [Layer: Int] {
        var byLine: [Int: Layer] = [:]
        for type in file.types {
            let functions = file.functions.filter { $0.owner == type.name }
            let layer = functions.first { $0.kind != .closure }?.layer ?? index.layer(of: type.name)
            for line in file.source.lines(of: type.node) { byLine[line] = layer ?? main }
        }
        for function in file.functions where function.kind == .closure || function.owner == nil {
            for line in file.source.lines(of: function.node) { byLine[line] = function.layer }
        }
        var sums: [Layer: Int] = [:]
        for (line, holdsCode) in file.source.codeLines.enumerated() where holdsCode {
            sums[byLine[line] ?? main, default: 0] += 1
        }
        return sums
    }
}
