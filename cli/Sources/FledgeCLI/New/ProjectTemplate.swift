// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a new project begins with.
enum ProjectTemplate: String, CaseIterable, Sendable {
    /// One route file.
    case minimal
    /// Routes, a service, SQLite, tests.
    case standard
    /// The four modules of docs/Layers.md.
    case layered

    /// The files of a project, with its names in them, sorted by path.
    func files(_ name: ProjectName, fledge: FledgeDependency) -> [(path: String, text: String)] {
        let own = rawValue + "/"
        let files = TemplateFiles.all.compactMap { file -> (path: String, text: String)? in
            if file.path.hasPrefix(own) {
                return (String(file.path.dropFirst(own.count)), file.text)
            }
            return commonPath(file.path).map { ($0, file.text) }
        }
        return files.map { (fill($0.path, name, fledge), fill($0.text, name, fledge)) }
            .sorted { $0.path < $1.path }
    }

    /// Where a file goes that several kinds have; nil when this one has it not.
    private func commonPath(_ path: String) -> String? {
        switch (path, self) {
        case ("common/gitignore", _): ".gitignore"
        case (_, .minimal): nil
        case ("common/env.example", _): ".env.example"
        case ("common/dockerignore", _): ".dockerignore"
        case ("common/Dockerfile", _): "Dockerfile"
        default: nil
        }
    }

    private func fill(_ text: String, _ name: ProjectName, _ fledge: FledgeDependency) -> String {
        text.replacing(FledgeDependency.placeholder, with: fledge.line)
            .replacing("TemplateApp", with: name.module)
            .replacing("template-app", with: name.package)
    }

    /// A request that the new project answers.
    var firstRequest: String {
        self == .minimal ? "/api/hello" : "/api/notes"
    }
}
