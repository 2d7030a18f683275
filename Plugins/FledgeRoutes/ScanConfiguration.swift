// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import PackagePlugin

/// What the tool is told.
///
/// The keys are those of `ScanConfiguration` in FledgeRouteScanner, which a
/// plugin cannot link.
struct ScanConfiguration: Encodable {
    var packageDirectory: String
    var folder: String
    var target: String
    var modules: [Module]
    /// Whether the target does not depend on Fledge, and only its imports are checked.
    var isLayer: Bool
    var output: String

    struct Module: Encodable {
        var name: String
        var isExecutable: Bool
        var dependencies: [String]
        var reachable: [String]
        var isChecked: Bool
        var files: [String]
    }

    /// Every module of the package whose imports the tool checks, `target` among them.
    init(package: Package, target: SwiftSourceModuleTarget, outputFolder: URL) {
        packageDirectory = package.directoryURL.trimmedPath
        folder = Self.routesFolder(of: target)
        self.target = target.moduleName
        let targets = package.targets.compactMap { $0 as? SwiftSourceModuleTarget }
            .filter { $0.kind == .executable || $0.kind == .generic }
        // Fledge's own package: its modules obey docs/Architecture.md, not the rules for apps.
        let isFledge = targets.contains { $0.name == "FledgeCore" }
        let isLayer = !target.recursiveTargetDependencies.contains { $0.importName == "FledgeCore" }
        self.isLayer = isLayer
        output =
            outputFolder.appending(path: isLayer ? "FledgeLayer.swift" : "FileRoutes.swift").path
        modules = targets.map { module in
            let isApp = !isFledge || !module.name.lowercased().hasPrefix("fledge")
            return Module(module, isChecked: isLayer ? module.name == target.name : isApp)
        }
    }

    /// The files the command depends on.
    var sources: [URL] { modules.flatMap(\.files).map { URL(fileURLWithPath: $0) } }

    /// Writes the file, unless it says the same already: its date decides whether the tool runs.
    func write(to url: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(self)
        guard (try? Data(contentsOf: url)) != data else { return }
        try data.write(to: url, options: .atomic)
    }

    /// The target's own folder when it is called `app`, else `app` inside it if there is one.
    ///
    /// It must be inside the target: SwiftPM watches no other folder for new files.
    static func routesFolder(of target: SwiftSourceModuleTarget) -> String {
        let folder = target.directoryURL
        guard folder.lastPathComponent != "app" else { return folder.trimmedPath }
        let inner = folder.appending(path: "app")
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: inner.path, isDirectory: &isDirectory)
        return exists && isDirectory.boolValue ? inner.trimmedPath : folder.trimmedPath
    }
}

extension ScanConfiguration.Module {
    init(_ target: SwiftSourceModuleTarget, isChecked: Bool) {
        name = target.moduleName
        isExecutable = target.kind == .executable
        dependencies = target.dependencies.flatMap(\.modules).sorted()
        reachable = Set(target.recursiveTargetDependencies.map(\.importName)).sorted()
        self.isChecked = isChecked
        // What is not checked is not read.
        files = isChecked ? target.swiftFiles.map(\.path).sorted() : []
    }
}

extension SwiftSourceModuleTarget {
    /// The Swift files in the target's folder; what plugins generate is not among them.
    var swiftFiles: [URL] { sourceFiles(withSuffix: ".swift").map(\.url) }
}

extension TargetDependency {
    /// The modules that a target with this dependency may import.
    var modules: [String] {
        switch self {
        case .target(let target): [target.importName]
        case .product(let product): product.targets.map(\.importName)
        @unknown default: []
        }
    }
}

extension Target {
    /// What stands after `import`.
    var importName: String { (self as? any SourceModuleTarget)?.moduleName ?? name }
}

extension URL {
    /// The path without a slash at its end.
    var trimmedPath: String {
        let path = self.path
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
