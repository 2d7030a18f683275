// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The services of an app: types that hold rules for others to call.
enum ServiceTypes {
    static func find(_ index: AppIndex) -> [(file: FileIndex, type: TypeUnit)] {
        let held = Set(
            containers(index).flatMap { $0.properties }.filter(\.isStored)
                .compactMap { $0.type.map(TypeText.core) })
        var found: [(file: FileIndex, type: TypeUnit)] = []
        for file in index.files where !file.isTest {
            for type in file.types {
                guard [.struct, .class, .actor, .enum].contains(type.kind), !type.isPrivate else {
                    continue
                }
                guard !type.qualifiedName.contains("."), !type.isRoute, !type.isController else {
                    continue
                }
                guard type.name.hasSuffix("Service") || isHeldService(type, held, index) else {
                    continue
                }
                guard !isContainer(type.name), hasMethods(type, index) else { continue }
                found.append((file, type))
            }
        }
        return found
    }

    private static func isHeldService(_ type: TypeUnit, _ held: Set<String>, _ index: AppIndex)
        -> Bool
    {
        held.contains(type.name) && index.layer(of: type.name) == .services
            && !type.name.hasSuffix(of: KnownNames.storeSuffixes) && !type.isSchema
            && index.properties(of: type.name).contains(where: \.isStored)
    }

    private static func hasMethods(_ type: TypeUnit, _ index: AppIndex) -> Bool {
        index.functions.contains { _, function in
            function.owner == type.name && function.kind == .function && !function.isPrivate
        }
    }

    /// What hands services to the routes: `Services`, and what people call it elsewhere.
    static func containers(_ index: AppIndex) -> [TypeUnit] {
        index.types.values.flatMap { $0 }.filter { isContainer($0.name) }
    }

    static func isContainer(_ name: String) -> Bool {
        ["Services", "Dependencies", "Container"].contains { name.hasSuffix($0) }
    }
}
