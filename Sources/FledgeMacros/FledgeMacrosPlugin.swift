// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftCompilerPlugin
import SwiftSyntaxMacros

/// The compiler plugin: which macros there are.
///
/// A macro reads the syntax of one declaration and writes plain Fledge code beside it. The way
/// through this module: ``ControllerMacro`` → ``ControllerReader`` (syntax to ``Handler``, with
/// all diagnostics) → ``ControllerWriter`` (those to text); `Schema/` goes the same way.
///
/// Each type that carries a macro is expanded again on every edit of its module. So the expansions
/// are small, and are written as text: building and formatting syntax trees costs more than the rest.
struct FledgeMacrosPlugin: CompilerPlugin {
    let providingMacros: [any Macro.Type] = [
        RouteMacro.self,
        ControllerMacro.self,
        FolderMiddlewareMacro.self,
        VerbMacro.self,
        SettingsMacro.self,
        VariableMacro.self,
        SchemaMacro.self,
        FieldMacro.self,
    ]
}
