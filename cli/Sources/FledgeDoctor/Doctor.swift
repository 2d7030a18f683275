// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Reads an app and says where its complexity lives.
///
///     let diagnosis = try await Doctor.examine("path/to/app")
///     print(TextReport(diagnosis).text)
///
/// Everything is read from the text: nothing is built and no code of the app runs, so it works on an
/// app that does not compile. What it cannot know is a type that stands nowhere in the text.
package enum Doctor {
    /// Reads, measures and judges.
    ///
    /// - Parameters:
    ///   - folder: The folder of a SwiftPM package, or one with `app/`, `Sources/` and `Tests/`.
    ///   - rules: Those to ask; all of them unless told.
    /// - Returns: What was found out.
    /// - Throws: ``DoctorError`` when there is no such folder, it holds no Swift, or a file cannot be read.
    package static func examine(
        _ folder: String, rules: [any Rule] = Rules.all
    ) async throws -> Diagnosis {
        let project = try ProjectFolder(folder)
        let index = AppIndex(try await read(project))
        return diagnose(index, name: project.name, rules: rules)
    }

    /// Examines sources that are in memory: paths and texts.
    static func examine(
        sources: [String: String], modules: [Module], rules: [any Rule] = Rules.all
    ) -> Diagnosis {
        let paths = sources.keys.sorted()
        let files = paths.enumerated().compactMap { number, path -> FileIndex? in
            guard let text = sources[path], let module = modules.first(where: { $0.holds(path) })
            else { return nil }
            return FileIndex(SourceFile(path: path, module: module, text: text), number: number)
        }
        return diagnose(AppIndex(files), name: "app", rules: rules)
    }

    private static func diagnose(
        _ index: AppIndex, name: String, rules: [any Rule]
    ) -> Diagnosis {
        let context = RuleContext(index)
        var findings = rules.flatMap { $0.findings(in: context) }
        let silenced = Silences(index.files).apply(to: &findings, rules: rules)
        findings.sort {
            ($0.file, $0.line, $0.column, $0.rule) < ($1.file, $1.line, $1.column, $1.rule)
        }
        Fingerprint.note(on: &findings, index.files)
        return Diagnosis(
            name: name, files: index.files.count { !$0.isTest }, layers: LayerSums.make(index),
            functions: reports(index), findings: findings, silenced: silenced,
            map: AppMap(index, findings))
    }

    private static func reports(_ index: AppIndex) -> [Diagnosis.FunctionReport] {
        index.functions.filter { $0.function.body != $0.function.node }.map { file, function in
            Diagnosis.FunctionReport(
                name: function.name, layer: function.layer, module: file.source.module.name,
                file: file.source.path, line: file.source.position(of: function.node).line,
                lines: function.lines, cyclomatic: function.cyclomatic,
                cognitive: function.cognitive, isHandler: function.isHandler)
        }
    }

    /// Parses on all cores: parsing is nearly all of the time.
    static func read(_ project: ProjectFolder) async throws -> [FileIndex] {
        try await withThrowingTaskGroup(of: (Int, FileIndex).self) { group in
            for (number, file) in project.files.enumerated() {
                let text = try project.text(file.path)
                group.addTask {
                    let source = SourceFile(path: file.path, module: file.module, text: text)
                    return (number, FileIndex(source, number: number))
                }
            }
            var files: [(Int, FileIndex)] = []
            for try await file in group { files.append(file) }
            return files.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
