// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

// The target list is the architecture: imports point inward only (docs/Architecture.md).

/// Async functions stay on their caller's actor, so a transaction's closure may use the caller's
/// own, non-Sendable state (SE-0461).
let callerIsolated: [SwiftSetting] = [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let package = Package(
    name: "fledge",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Fledge", targets: ["Fledge"]),
        .library(name: "FledgeCore", targets: ["FledgeCore"]),
        .library(name: "FledgeSchema", targets: ["FledgeSchema"]),
        .library(name: "FledgeJSON", targets: ["FledgeJSON"]),
        .library(name: "FledgeOpenAPI", targets: ["FledgeOpenAPI"]),
        .executable(name: "fledge-openapi", targets: ["fledge-openapi"]),
        .library(name: "FledgeMiddleware", targets: ["FledgeMiddleware"]),
        .library(name: "FledgeServer", targets: ["FledgeServer"]),
        .library(name: "FledgeData", targets: ["FledgeData"]),
        .library(name: "FledgeSQLite", targets: ["FledgeSQLite"]),
        .library(name: "FledgePostgres", targets: ["FledgePostgres"]),
        .library(name: "FledgeTLS", targets: ["FledgeTLS"]),
        .library(name: "FledgeTesting", targets: ["FledgeTesting"]),
        .library(name: "FledgeTestingTLS", targets: ["FledgeTestingTLS"]),
        .library(name: "FledgeDataTesting", targets: ["FledgeDataTesting"]),
        .plugin(name: "FledgeRoutes", targets: ["FledgeRoutes"]),
        .executable(name: "Shop", targets: ["Shop"]),
    ],
    traits: [
        .trait(name: "Postgres", description: "FledgePostgres; needs libpq and its headers.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // For tests only.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Values: requests, responses, bodies, fields, media types. No I/O.
        .target(
            name: "FledgeHTTP",
            dependencies: [
                "FledgeRouting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        // Patterns, tree, match, conflicts, URL building: pure functions.
        .target(name: "FledgeRouting"),
        // Regular expressions in linear time: no pattern and no text makes them slow.
        .target(name: "FledgePattern"),
        // Values that read, write, check and describe themselves as JSON. No HTTP, no I/O.
        .target(name: "FledgeJSON", dependencies: ["FledgePattern"]),
        // `@Schema`, which declares such values, and all of FledgeJSON. What does not declare any imports
        // that alone, and compiles no macros.
        .target(name: "FledgeSchema", dependencies: ["FledgeJSON", "FledgeMacros"]),
        // App, Router, Middleware, binding, errors, Environment: what extension authors depend on.
        .target(
            name: "FledgeCore",
            dependencies: [
                "FledgeHTTP",
                "FledgeRouting",
                "FledgeJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        // OpenAPI 3.1 of a built app, its page, clients from it, and what breaks them.
        .target(
            name: "FledgeOpenAPI",
            dependencies: [
                "FledgeCore", "FledgeHTTP", "FledgeRouting", "FledgeJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            // Written into Swift by scripts/generate-docs-page.
            exclude: ["Docs/Page"]
        ),
        // The program for the documents: `fledge-openapi diff old.json new.json`.
        .executableTarget(name: "fledge-openapi", dependencies: ["FledgeOpenAPI"]),
        // One file per built-in middleware.
        .target(
            name: "FledgeMiddleware",
            dependencies: [
                "FledgeCore",
                "FledgeHTTP",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        // What the modules of Swift leave out of the C library of Linux.
        .systemLibrary(name: "CSockets"),
        // Sockets: listener, HTTP/1.1, connection, lifecycle.
        .target(
            name: "FledgeServer",
            dependencies: [
                "FledgeCore",
                .target(name: "CSockets", condition: .when(platforms: [.linux])),
                "FledgeHTTP",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        // TLS for the server, on BoringSSL. Who does not import it does not compile that.
        .target(
            name: "FledgeTLS",
            dependencies: [
                "FledgeCore", "FledgeServer",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        // SQL as SQL: database, rows, transactions, migrations.
        .target(
            name: "FledgeData", dependencies: ["FledgeJSON"], exclude: ["README.md"],
            swiftSettings: callerIsolated),
        .target(
            name: "FledgeSQLite",
            dependencies: [
                "FledgeData",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: callerIsolated
        ),
        // PostgreSQL, for apps that ask for it: without the trait `Postgres` there is nothing in it, and
        // a build needs no libpq.
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(
            name: "FledgePostgres",
            dependencies: [
                "FledgeData", .target(name: "CLibPQ", condition: .when(traits: ["Postgres"])),
            ],
            swiftSettings: callerIsolated
        ),
        // The compiler plugin behind @Route, @Controller and the verbs. The only target that may
        // depend on swift-syntax (tests apart), or SwiftPM stops using its prebuilt one for every user.
        .macro(
            name: "FledgeMacros",
            dependencies: [
                "FledgePattern",
                "FledgeRouting",
                .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
                .product(name: "SwiftDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
                .product(name: "SwiftSyntaxMacroExpansion", package: "swift-syntax"),
                .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
            ]
        ),
        // app/ folder -> generated routes file. A small lexical scanner, no swift-syntax.
        .target(name: "FledgeRouteScanner"),
        .executableTarget(name: "fledge-routes", dependencies: ["FledgeRouteScanner"]),
        .plugin(name: "FledgeRoutes", capability: .buildTool(), dependencies: ["fledge-routes"]),
        // The umbrella: `import Fledge`.
        .target(
            name: "Fledge",
            dependencies: [
                "FledgeCore", "FledgeHTTP", "FledgeMacros", "FledgeMiddleware", "FledgeOpenAPI",
                "FledgeRouting", "FledgeSchema", "FledgeServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
        .target(
            name: "FledgeTesting",
            dependencies: [
                "FledgeCore", "FledgeHTTP", "FledgeJSON", "FledgeServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        // `TestDepth.tls`, apart from FledgeTesting so that only who wants it compiles BoringSSL.
        .target(
            name: "FledgeTestingTLS",
            dependencies: [
                "FledgeServer", "FledgeTesting", "FledgeTLS",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        // A database for each test.
        .target(
            name: "FledgeDataTesting",
            dependencies: ["FledgeData", "FledgePostgres", "FledgeSQLite"]),
        // The example: a layered shop, in one package with the framework so that one build serves both.
        .executableTarget(
            name: "Shop",
            // FledgeCore comes with Fledge. It is named here (and in the tests below) because a build
            // after an edit of it would not see that what is re-exported has changed.
            dependencies: [
                "Fledge", "FledgeCore", "FledgeData", "FledgePostgres", "FledgeSQLite",
                "ShopDatabase", "ShopServices",
            ],
            path: "Examples/Shop/app",
            plugins: ["FledgeRoutes"]
        ),
        // Its rules: pure, nothing of the web.
        .target(
            name: "ShopServices",
            dependencies: ["FledgeSchema"],
            path: "Examples/Shop/Sources/ShopServices",
            plugins: ["FledgeRoutes"]  // Holds it to its layer.
        ),
        // Its stores on SQL.
        .target(
            name: "ShopDatabase",
            dependencies: ["FledgeData", "ShopServices"],
            path: "Examples/Shop/Sources/ShopDatabase",
            plugins: ["FledgeRoutes"]
        ),

        // One app, declared by files and twice by code, for the suite that compares them.
        .target(
            name: "ContractApp",
            dependencies: [
                "Fledge", "FledgeCore",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Tests/ContractApp",
            plugins: ["FledgeRoutes"]
        ),
        .testTarget(
            name: "ContractTests",
            dependencies: [
                "ContractApp", "FledgeCore", "FledgeHTTP", "FledgeTesting", "FledgeTestingTLS",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),

        .testTarget(name: "FledgeRoutingTests", dependencies: ["FledgeRouting"]),
        .testTarget(name: "FledgePatternTests", dependencies: ["FledgePattern"]),
        .testTarget(name: "FledgeJSONTests", dependencies: ["FledgeJSON"]),
        .testTarget(
            name: "FledgeOpenAPITests",
            dependencies: [
                "ContractApp", "Fledge", "FledgeCore", "FledgeHTTP", "FledgeOpenAPI",
                "FledgeRouting", "FledgeSchema",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            exclude: ["Documents"]
        ),
        .testTarget(
            name: "FledgeHTTPTests",
            dependencies: [
                "FledgeHTTP",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "FledgeServerTests",
            dependencies: [
                "FledgeServer", "FledgeCore", "FledgeHTTP", "FledgeMiddleware",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "FledgeMiddlewareTests",
            dependencies: [
                "FledgeCore",
                "FledgeHTTP",
                "FledgeMiddleware",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "FledgeCoreTests",
            dependencies: [
                "FledgeCore", "FledgeHTTP", "FledgeRouting", "FledgeSchema",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        // The macros as text: what they write and what they say, pinned in files.
        .testTarget(
            name: "FledgeMacrosTests", dependencies: ["Fledge", "ProcessTesting"],
            exclude: ["Snapshots"]),
        // The macros at work: controllers and settings as an app writes them.
        .testTarget(
            name: "FledgeTests",
            dependencies: [
                "Fledge", "FledgeCore", "FledgeSchema",
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "FledgeRouteScannerTests",
            dependencies: ["FledgeRouteScanner", "ProcessTesting", "fledge-routes"]),
        .testTarget(
            name: "FledgeTestingTests",
            dependencies: [
                "Fledge", "FledgeCore", "FledgeData", "FledgeDataTesting", "FledgeHTTP",
                "FledgeMiddleware", "FledgeSchema", "FledgeTesting", "FledgeTestingTLS",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["migrations"]
        ),
        .testTarget(
            name: "FledgeTLSTests",
            dependencies: [
                "FledgeCore", "FledgeHTTP", "FledgeServer", "FledgeTLS", "FledgeTesting",
                "FledgeTestingTLS", "ProcessTesting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .testTarget(name: "FledgeDataTests", dependencies: ["FledgeData"]),
        .testTarget(name: "FledgeSQLiteTests", dependencies: ["FledgeData", "FledgeSQLite"]),
        // Programs that tests run.
        .target(
            name: "ProcessTesting",
            dependencies: [
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/ProcessTesting"),
        // A server of PostgreSQL to test with, and what both databases' tests share.
        .target(
            name: "DatabaseTesting",
            dependencies: ["FledgeData", "FledgePostgres", "FledgeSQLite", "ProcessTesting"],
            path: "Tests/DatabaseTesting"),
        // What all databases do alike: each test runs on each of them.
        .testTarget(
            name: "DatabaseContractTests",
            dependencies: ["DatabaseTesting", "FledgeData", "FledgeSQLite"]),
        .testTarget(
            name: "FledgePostgresTests",
            dependencies: [
                "DatabaseTesting", "FledgeData", "FledgeDataTesting", "FledgePostgres",
                "FledgeSQLite", "FledgeTestingTLS",
            ]),
        // A request that ends, ends its query.
        .testTarget(
            name: "DatabaseRequestTests",
            dependencies: [
                "DatabaseTesting", "FledgeCore", "FledgeData", "FledgeHTTP", "FledgeServer",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "ShopTests",
            dependencies: [
                "DatabaseTesting", "Fledge", "FledgeCore", "FledgeData", "FledgeTesting",
                "ProcessTesting", "Shop", "ShopDatabase", "ShopServices",
            ],
            path: "Examples/Shop/Tests/ShopTests"
        ),
        .testTarget(
            name: "ShopServicesTests",
            dependencies: ["FledgeSchema", "ShopServices"],
            path: "Examples/Shop/Tests/ShopServicesTests"
        ),
        .testTarget(
            name: "ShopDatabaseTests",
            dependencies: [
                "DatabaseTesting", "FledgeData", "FledgeSQLite", "ShopDatabase", "ShopServices",
            ],
            path: "Examples/Shop/Tests/ShopDatabaseTests"
        ),
    ]
)

// The example has a user's settings: none.
for target in package.targets
where target.type != .plugin && target.type != .system && !target.name.hasPrefix("Shop") {
    var settings: [SwiftSetting] = target.swiftSettings ?? []
    settings += [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    ]
    if target.type == .regular, target.name.hasPrefix("Fledge") {
        settings.append(.enableUpcomingFeature("NonisolatedNonsendingByDefault"))  // SE-0461
    }
    target.swiftSettings = settings
}
