// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a whole module is, where a module is one thing.
enum ModuleRole: Equatable {
    case layer(Layer)
    /// Several layers in one: each type is looked at.
    case mixed
    case test

    /// - Parameters:
    ///   - module: What is asked about.
    ///   - files: Those of the module.
    init(_ module: Module, files: [FileIndex]) {
        if module.kind == .test {
            self = .test
            return
        }
        if module.kind == .plugin {
            self = .layer(.other)
            return
        }
        let web = files.contains { $0.importsAny(of: KnownNames.webModules) }
        let data = files.contains { $0.importsAny(of: KnownNames.databaseModules) }
        let routes = files.contains { $0.types.contains { $0.isRoute || $0.isController } }
        if routes || module.kind == .executable {
            self = .mixed
        } else if Self.isNamedForServices(module.name) {
            // By its name, so that a web import in it is seen as what it is: a mistake.
            self = .layer(.services)
        } else if data {
            self = web ? .mixed : .layer(.database)
        } else {
            self = web && !Self.isMostlyPlain(files) ? .mixed : .layer(.services)
        }
    }

    /// Whether the web is in a few files only, where it is a mistake.
    private static func isMostlyPlain(_ files: [FileIndex]) -> Bool {
        let count = files.count { $0.importsAny(of: KnownNames.webModules) }
        return count * 2 < files.count
    }

    private static func isNamedForServices(_ name: String) -> Bool {
        ["Services", "Service", "Domain", "Rules"].contains { name.hasSuffix($0) }
    }
}
