// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What ejecting changes: files of the package with their new text.
struct Ejection: Hashable, Sendable {
    /// By path in the package.
    var files: [String: String] = [:]

    /// All routes: the generated page becomes a file of the app, and nothing else changes.
    ///
    /// The build sees that the app has a `FileRoutes` of its own and mounts nothing by itself.
    ///
    /// - Throws: ``CommandError`` when the file is there already.
    static func all(_ page: MountPage, exists: (String) -> Bool) throws -> Ejection {
        let path = "\(page.folder)/Routes.swift"
        guard !exists(path) else {
            throw CommandError(
                "\(path) is there already, and the routes would be written into it.",
                remedy: "Rename that file, and try again.")
        }
        var lines: [String] = []
        for line in page.declarations.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.contains("enum FileRoutes {") { lines += comment(page.folder) }
            lines.append(
                line.hasPrefix("    /// Mounts every route found")
                    ? "    /// Mounts every route on `app`." : String(line))
        }
        return Ejection(files: [path: lines.joined(separator: "\n") + "\n"])
    }

    private static func comment(_ folder: String) -> [String] {
        [
            "/// What is mounted where: the routes of the app, by hand.",
            "///",
            "/// Written by `fledge eject` from the folders of \(folder)/, and yours from now on: paths are",
            "/// what stands here. A @Route or @FolderMiddleware that is not mounted here is an error of",
            "/// the build, which says the line to add.",
        ]
    }

    /// One route: its struct becomes a `@Controller`, and a call in the app's own code mounts it.
    ///
    /// - Parameters:
    ///   - wanted: A path, `/api/users/:id`, or the name of a type.
    ///   - page: The generated page.
    ///   - sources: The Swift files below the folder of the routes, and those that import their module,
    ///     by path in the package.
    /// - Returns: The changed files.
    /// - Throws: ``CommandError`` when there is no such route, or the text is not as expected.
    static func one(
        _ wanted: String, _ page: MountPage, sources: [String: String]
    ) throws -> Ejection {
        let mounts = page.mounts.filter { $0.path == wanted || $0.type == wanted }
        guard !mounts.isEmpty else {
            let known = page.mounts.map { "  \($0.path)  \($0.type)" }.joined(separator: "\n")
            throw CommandError(
                "No file route is '\(wanted)'.",
                remedy: page.mounts.isEmpty ? "There are none." : "There are:\n\(known)")
        }
        try checkCalls(page, sources)
        var ejection = Ejection()
        let own = sources.filter { $0.key.hasPrefix(page.folder + "/") }
        var call = try MountCall.find(in: own, page)
        for mount in mounts {
            let path = "\(page.folder)/\(mount.file)"
            guard let text = ejection.files[path] ?? sources[path],
                let controller = RouteSource(text).asController(mount.type)
            else {
                throw CommandError(
                    "'@Route struct \(mount.type)' is not found in \(path).",
                    remedy: "Write the attribute and the struct on one line, or on two.")
            }
            ejection.files[path] = controller
            call.add(mount, properties: RouteSource(text).properties(of: mount.type))
        }
        ejection.files[call.path] = call.text
        return ejection
    }
}

extension Ejection {
    /// What calls `FileRoutes.mount` besides the app, mostly tests, would not have the route any more.
    private static func checkCalls(_ page: MountPage, _ sources: [String: String]) throws {
        let others = sources.filter { path, text in
            !path.hasPrefix(page.folder + "/") && text.contains("FileRoutes.mount(on: ")
        }
        guard others.isEmpty else {
            throw CommandError(
                "FileRoutes.mount is also called in \(others.keys.sorted().joined(separator: ", ")), "
                    + "which would not have a route that is mounted beside it.",
                remedy: "Make the app in one function that both call, or eject --all.")
        }
    }
}

/// Where the app mounts its file routes, and what is mounted by hand behind that.
struct MountCall {
    let path: String
    private var lines: [String]
    private var next: Int
    private let indent: String
    private let router: String
    private let services: String?

    /// Finds `FileRoutes.mount(on: app, services: services)`; an app without a main gets one.
    static func find(in sources: [String: String], _ page: MountPage) throws -> MountCall {
        let paths = sources.keys.sorted()
        for path in paths {
            if let text = sources[path], let call = MountCall(path, text) { return call }
        }
        let path = "\(page.folder)/main.swift"
        if let main = page.main, let call = MountCall(path, "import Fledge\n\n\(main)\n") {
            return call
        }
        throw CommandError(
            "No file below \(page.folder)/ calls 'FileRoutes.mount(on: app, services: services)'.",
            remedy: "Write the call on one line, so that what is ejected can be mounted behind it.")
    }

    private init?(_ path: String, _ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isCall = { (line: String) in
            line.contains("FileRoutes.mount(on: ") && !line.drop { $0 == " " }.hasPrefix("//")
        }
        guard let index = lines.firstIndex(where: isCall),
            let arguments = lines[index].between("FileRoutes.mount(on: ", ")")
        else { return nil }
        self.path = path
        next = index + 1
        indent = String(lines[index].prefix { $0 == " " })
        let parts = arguments.split(separator: ",", maxSplits: 1)
        router = parts.first.map(String.init) ?? "app"
        services = arguments.after("services: ")
    }

    var text: String { lines.joined(separator: "\n") }

    /// Adds the call that mounts a route.
    mutating func add(_ mount: MountPage.Mount, properties: [String]) {
        let services = services ?? "services"
        let values = properties.map { "\($0): \(services).\($0)" }.joined(separator: ", ")
        let receiver = mount.middleware.isEmpty ? router : mount.group
        let call = "\(receiver).use(\"\(mount.path)\", \(mount.type)(\(values)))"
        guard !mount.middleware.isEmpty else { return insert([call]) }
        let middleware = mount.middleware.map {
            "    \(receiver).use(\($0)(services: \(self.services ?? "NoServices()")))"
        }
        insert(["\(router).group { \(receiver) in"] + middleware + ["    \(call)", "}"])
    }

    private mutating func insert(_ new: [String]) {
        lines.insert(contentsOf: new.map { indent + $0 }, at: next)
        next += new.count
    }
}
