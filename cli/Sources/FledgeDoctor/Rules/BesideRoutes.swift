// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What keeps a database in the file of a controller, for this controller only.
///
/// That is SQL in a route under another name. A store by its name, or one that another file names, is a
/// store that only stands in the wrong file.
enum BesideRoutes {
    static func holds(_ function: FunctionUnit, in file: FileIndex, _ index: AppIndex) -> Bool {
        guard let unit = function.ownerUnit, function.layer == .database,
            file.types.contains(where: { $0.isRoute || $0.isController }),
            file.source.name != "main.swift"
        else { return false }
        let type = file.types[unit]
        if isInsideRoute(type, file) { return true }
        guard !type.name.hasSuffix(of: KnownNames.storeSuffixes) else { return false }
        if type.kind == .extension { return !isNamedElsewhere(function.simpleName, file, index) }
        return type.isPrivate || isOnlyFor(type, file, index)
    }

    private static func isInsideRoute(_ type: TypeUnit, _ file: FileIndex) -> Bool {
        guard let outer = type.qualifiedName.split(separator: ".").first, outer != type.name else {
            return false
        }
        return file.types.contains { $0.name == outer && ($0.isRoute || $0.isController) }
    }

    /// Whether no other file has a property or a parameter for it: making one is wiring.
    private static func isOnlyFor(_ type: TypeUnit, _ file: FileIndex, _ index: AppIndex) -> Bool {
        !index.files.contains { other in
            guard !other.isTest, other.source.path != file.source.path else { return false }
            let kept = other.types.filter { !ServiceTypes.isContainer($0.name) }.flatMap(
                \.properties
            )
            .compactMap(\.type)
            let taken = other.functions.flatMap(\.parameters).map(\.type)
            return (kept + taken).contains { TypeText.names($0).contains(type.name) }
        }
    }

    private static func isNamedElsewhere(
        _ name: String, _ file: FileIndex, _ index: AppIndex
    ) -> Bool {
        index.files.contains {
            !$0.isTest && $0.source.path != file.source.path && $0.names[name] != nil
        }
    }
}
