// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import PackagePlugin

/// Runs `fledge-routes` before a target is compiled.
///
/// On a target that depends on Fledge it writes the page of code that mounts the routes. On any other
/// it holds the target to its layer: what it imports must be what it declares.
///
/// The plugin only describes the package to the tool. It reads no source: SwiftPM runs it when the
/// set of files changes, and the command it returns when the text of one of them does.
@main
struct FledgeRoutes: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target as? SwiftSourceModuleTarget,
            module.kind == .executable || module.kind == .generic
        else {
            Diagnostics.error(
                "\(target.name) has the FledgeRoutes plugin, which is for executable and library "
                    + "targets. Remove it from the target's plugins in Package.swift.")
            return []
        }
        let root = context.package.directoryURL
        guard !BaseNames(target: module, root: root).reportDuplicates() else { return [] }

        let folder = URL(fileURLWithPath: ScanConfiguration.routesFolder(of: module))
        guard !DottedFolders(folder: folder, root: root).report() else { return [] }

        let configuration = ScanConfiguration(
            package: context.package, target: module, outputFolder: context.pluginWorkDirectoryURL)
        let output = URL(fileURLWithPath: configuration.output)
        let file = context.pluginWorkDirectoryURL.appending(path: "\(module.moduleName).json")
        try configuration.write(to: file)
        return [
            .buildCommand(
                displayName: configuration.isLayer
                    ? "Checking the imports of \(target.name)"
                    : "Mounting the routes of \(target.name)",
                executable: try context.tool(named: "fledge-routes").url,
                arguments: ["--config", file.path],
                inputFiles: [file] + configuration.sources,
                outputFiles: [output])
        ]
    }
}
