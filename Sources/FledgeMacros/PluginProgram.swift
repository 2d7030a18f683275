// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftCompilerPlugin

/// The program that the compiler starts and talks to.
///
/// With `--expand` it prints instead what the macros make of the source text on standard input. The
/// tests run it so: a test that linked this module would make SwiftPM build every test, and all that
/// tests depend on, a second time for the host.
@main
enum PluginProgram {
    static func main() throws {
        guard CommandLine.arguments.dropFirst().first == "--expand" else {
            return try FledgeMacrosPlugin.main()
        }
        var source = ""
        while let line = readLine(strippingNewline: false) { source += line }
        print(Expansion(of: source), terminator: "")
    }
}
