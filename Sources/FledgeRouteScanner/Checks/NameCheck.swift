// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Refuses types with the names of the generated ones.
///
/// The compiler would report the clash too, but in a file that the user did not write. An app may have a
/// `FileRoutes` of its own, and then none is generated; see ``OwnFileRoutes``, which knows its file.
struct NameCheck {
    let files: [FileFacts]
    let own: SourceFile?

    func run() -> [Diagnostic] {
        files.flatMap { file in
            file.types.compactMap { type in
                guard type.enclosing.isEmpty, type.keyword != "extension", !type.isHidden,
                    [GeneratedFile.typeName, MainTemplate.typeName].contains(type.name),
                    type.name != GeneratedFile.typeName || file.file != own
                else { return nil }
                return .error(
                    file.file.path, type.position,
                    "\(type.name) is the name of a type that Fledge generates. Rename this one.")
            }
        }
    }
}
