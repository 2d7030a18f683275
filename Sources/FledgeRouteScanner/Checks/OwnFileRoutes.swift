// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// `FileRoutes` that the app has written itself, or had written by `fledge eject`.
///
/// Then no file mounts itself: what stands there is what is mounted. A route or a middleware under
/// `app/` that is not in it would answer 404, or guard nothing, without a word; so that is an error.
struct OwnFileRoutes {
    let input: ScanInput
    let file: SourceFile

    /// Finds it among the files of the target: a type of that name that can mount.
    init?(input: ScanInput, files: [FileFacts]) {
        let owner = files.first { file in
            file.types.contains { type in
                type.name == GeneratedFile.typeName && type.enclosing.isEmpty
                    && type.keyword != "extension"
            } && Self.mounts(file.file)
        }
        guard let owner else { return nil }
        self.input = input
        self.file = owner.file
    }

    private static func mounts(_ file: SourceFile) -> Bool {
        let tokens = Lexer.tokens(of: file.text)
        return zip(tokens, tokens.dropFirst()).contains { $0.isWord("func") && $1.isWord("mount") }
    }

    /// What it leaves out.
    func diagnostics(_ mounts: Mounts) -> [Diagnostic] {
        let words = Lexer.tokens(of: file.text).filter { $0.kind == .word }
        let names = Set(words.map(\.textWithoutBackticks))
        func isMissing(_ mount: Mount) -> Bool { !names.contains(mount.type.name) }
        return mounts.routes.filter(isMissing).map { route in
            missing(route, "app.use(\"\(route.folder.pattern)\", ")
        }
            + mounts.middleware.filter(isMissing).map { missing($0, "group.use(") }
    }

    private func missing(_ mount: Mount, _ call: String) -> Diagnostic {
        .error(
            mount.file.path, mount.type.position,
            "\(mount.type.name) is not mounted: FileRoutes is the app's own, in "
                + "\(input.displayPath(file.path)). Add it there: "
                + "\(call)\(mount.type.name)(services: services))")
    }
}
