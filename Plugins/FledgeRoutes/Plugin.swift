// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import PackagePlugin

/// Runs `fledge-routes` before a target is compiled.
///
/// The plugin only describes the package to the tool. It reads no source: SwiftPM runs it when the
/// set of files changes, and the command it returns when the text of one of them does.
@main
struct FledgeRoutes: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SwiftSourceModuleTarget,
            target.kind == .executable || target.kind == .generic
        else {
            Diagnostics.error("FledgeRoutes works on executable and library targets only.")
            return []
        }
        let root = context.package.directoryURL
        guard !BaseNames(target: target, root: root).reportDuplicates() else { return [] }

        let output = context.pluginWorkDirectoryURL.appending(path: "FileRoutes.swift")
        let configuration = ScanConfiguration(package: context.package, target: target, output: output)
        let file = context.pluginWorkDirectoryURL.appending(path: "\(target.moduleName).json")
        try configuration.write(to: file)
        return [
            .buildCommand(
                displayName: "Mounting the routes of \(target.name)",
                executable: try context.tool(named: "fledge-routes").url,
                arguments: ["--config", file.path],
                inputFiles: [file] + configuration.sources,
                outputFiles: [output])
        ]
    }
}
