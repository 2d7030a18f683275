// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What was found out about an app.
package struct Diagnosis: Sendable, Encodable {
    /// The sum of one layer.
    package struct LayerSum: Sendable, Encodable {
        package var layer: Layer
        package var files = 0
        /// Lines that hold code.
        package var lines = 0
        package var functions = 0
        package var cyclomatic = 0
        package var cognitive = 0
        /// Its part of the cognitive complexity of the app, from 0 to 1.
        package var share = 0.0
    }

    /// One function, as it was measured.
    package struct FunctionReport: Sendable, Encodable {
        package var name: String
        package var layer: Layer
        package var module: String
        package var file: String
        package var line: Int
        package var lines: Int
        package var cyclomatic: Int
        package var cognitive: Int
        package var isHandler: Bool
    }

    /// The version of this format.
    ///
    /// It grows when a member changes its meaning.
    package var version = 1
    package var name: String
    package var files: Int
    package var layers: [LayerSum]
    package var functions: [FunctionReport]
    package var findings: [Finding]
    /// Findings that a comment or a baseline silences.
    package var silenced: Int
    /// The weights of the findings, added: an error 5, a warning 3, a note 1.
    package var score: Int { findings.reduce(0) { $0 + $1.severity.weight } }
    package var map: AppMap

    private enum CodingKeys: String, CodingKey {
        case version, name, files, score, layers, functions, findings, silenced, map
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(name, forKey: .name)
        try container.encode(files, forKey: .files)
        try container.encode(score, forKey: .score)
        try container.encode(layers, forKey: .layers)
        try container.encode(functions, forKey: .functions)
        try container.encode(findings, forKey: .findings)
        try container.encode(silenced, forKey: .silenced)
        try container.encode(map, forKey: .map)
    }
}
