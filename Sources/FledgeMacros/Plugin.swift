import SwiftCompilerPlugin
import SwiftSyntaxMacros
import SwiftSyntaxBuilder
import SwiftDiagnostics
import SwiftSyntax

@main struct FledgePlugin: CompilerPlugin { let providingMacros: [any Macro.Type] = [] }
