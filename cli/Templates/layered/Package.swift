// swift-tools-version: 6.2
import PackageDescription

// Routes → services ← database, and the program wires them. The plugin holds each module to its layer.
let package = Package(
    name: "template-app",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://example.com/fledge", branch: "main")
    ],
    targets: [
        // The program: opens the database, builds the services, listens.
        .executableTarget(
            name: "TemplateApp",
            dependencies: [
                "TemplateAppDatabase", "TemplateAppServices", "TemplateAppWeb",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
        ),
        // Routes: bind, call, return. A folder is a path.
        .target(
            name: "TemplateAppWeb",
            dependencies: [
                "TemplateAppServices", .product(name: "Fledge", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        // Rules, and what they need to be kept. Nothing of the web, nothing of a database.
        .target(
            name: "TemplateAppServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        // SQL.
        .target(
            name: "TemplateAppDatabase",
            dependencies: [
                "TemplateAppServices", .product(name: "FledgeData", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "TemplateAppServicesTests", dependencies: ["TemplateAppServices"]),
        .testTarget(
            name: "TemplateAppDatabaseTests",
            dependencies: [
                "TemplateAppDatabase", "TemplateAppServices",
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]
        ),
        .testTarget(
            name: "TemplateAppWebTests",
            dependencies: [
                "TemplateAppServices", "TemplateAppWeb",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
