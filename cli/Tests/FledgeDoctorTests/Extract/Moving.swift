// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

@testable import FledgeDoctor

/// A move in sources that are in memory, with the types that the compiler would tell.
struct Moving {
    var planner: MovePlanner
    var move: Move
    var files: [String: String]

    init(
        _ sources: [String: String], _ handler: (file: String, function: String),
        to service: String,
        method: String? = nil, types: [String: String] = [:], modules: [Module]? = nil
    ) throws {
        planner = try Self.planner(sources, handler, to: service, method: method, modules: modules)
        move = try planner.plan(types)
        let changes = try MoveWriter(move).changes()
        files = Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0.new) })
    }

    /// What is decided before any type is asked for.
    static func planner(
        _ sources: [String: String], _ handler: (file: String, function: String),
        to service: String,
        method: String? = nil, modules: [Module]? = nil
    ) throws -> MovePlanner {
        let modules = modules ?? ProjectFolder.usualModules(sources.keys.sorted())
        let index = AppIndex(
            sources.keys.sorted().enumerated().compactMap { number, path in
                guard let text = sources[path],
                    let module = modules.first(where: { $0.holds(path) })
                else { return nil }
                return FileIndex(SourceFile(path: path, module: module, text: text), number: number)
            })
        let (file, function) = try HandlerFinder(index: index).find(
            handler.function, in: handler.file)
        let code = HandlerCode(function, in: file, index)
        return try MovePlanner(code, to: service, method: method)
    }

    /// The refusal of a move; nil when it is none.
    static func refusal(_ body: () throws -> Moving) -> Refusal? {
        do {
            _ = try body()
            return nil
        } catch { return error as? Refusal }
    }
}

/// An app whose one handler has the body of a test.
enum Depot {
    static let path = "app/parcels/[id]/ParcelRoute.swift"

    static let domain = """
        import FledgeSchema

        struct Parcel: Sendable, Equatable { var id: Int; var weight: Int; var state: String }
        struct NewParcel: Sendable { var weight: Int }
        enum ParcelError: Error { case missing }
        struct ParcelService: Sendable {
            let store: ParcelStore
            let now: @Sendable () -> Int

            func find(_ id: Int) async throws -> Parcel? { nil }
            func save(_ parcel: Parcel) async throws {}
        }
        struct ParcelStore: Sendable { func all() async throws -> [Parcel] { [] } }
        struct Services { let parcels: ParcelService }
        """

    static func with(
        _ body: String, returning type: String = "Parcel", members: String = "", file: String = ""
    ) -> [String: String] {
        [
            "app/services/ParcelService.swift": domain,
            path: """
            import Fledge

            @Route struct ParcelRoute {
                let parcels: ParcelService
                let store: ParcelStore
            \(members)
                /// Sends it.
                func POST(id: Int, limit: Int?, request: Request, body: NewParcel) async throws -> \(type) {
            \(body.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n"))
                }
            }
            \(file)
            """,
            "Tests/appTests/AppTests.swift": "import Testing\n@testable import app\n",
        ]
    }

    static let modules = [
        Module(name: "app", kind: .executable, path: "app"),
        Module(name: "appTests", kind: .test, path: "Tests/appTests", dependencies: ["app"]),
    ]

    static func planner(_ sources: [String: String]) throws -> MovePlanner {
        try Moving.planner(sources, (path, "POST"), to: "Dispatch", modules: modules)
    }

    /// Moves the handler's logic.
    static func move(
        _ sources: [String: String], to service: String = "Dispatch", types: [String: String] = [:]
    ) throws -> Moving {
        try Moving(sources, (path, "POST"), to: service, types: types, modules: modules)
    }
}
