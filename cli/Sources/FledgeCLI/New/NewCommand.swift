// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

/// The command `fledge new`.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new project.",
        discussion: """
            A project builds and passes its tests as it is made:

              fledge new hello --minimal     one route file
              fledge new notes-api           routes, a service, SQLite, tests, Dockerfile
              fledge new notes-api --layered the same in four modules: web, services, database, program

            Small things stay small, and growing is moving code: docs/Layers.md leads from the first \
            to the last. The name is of lower-case words with dashes; modules are called after it \
            (notes-api: NotesApi).
            """)

    @Argument(help: "The name, which is also that of the new folder.")
    var name: String

    @Flag(help: "One route file.")
    var minimal = false

    @Flag(help: "Four modules, whose imports the build checks.")
    var layered = false

    @Option(
        help: ArgumentHelp(
            "Use Fledge from a checkout on this machine.",
            discussion: "The default when this command was installed from one (scripts/install).",
            valueName: "path"))
    var fledge: String?

    func run() async throws {
        let name = ProjectName(name)
        let project = NewProject(
            name: name, template: template, folder: Paths.absolute(self.name), fledge: dependency)
        try project.check(isAmbiguous: minimal && layered)
        let files = try project.write()
        report(project, files)
    }

    private var template: ProjectTemplate {
        minimal ? .minimal : layered ? .layered : .standard
    }

    private var dependency: FledgeDependency {
        if let fledge { return .path(Paths.absolute(fledge)) }
        return Checkout.folder.map { .path($0) } ?? .remote
    }

    private func report(_ project: NewProject, _ files: [String]) {
        let terminal = Terminal.output
        terminal.line("Made \(terminal.bold(name)):")
        for file in files { terminal.line("  \(name)/\(file)") }
        terminal.line()
        terminal.line("Next:")
        terminal.line("  cd \(name)")
        let note = terminal.dim("# the first build takes some minutes, later ones seconds")
        terminal.line("  fledge dev                                        \(note)")
        terminal.line("  curl http://127.0.0.1:3000\(project.template.firstRequest)")
        if project.template != .minimal { terminal.line("  swift test") }
    }
}
