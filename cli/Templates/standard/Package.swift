// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "template-app",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://example.com/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "TemplateApp",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",  // A folder is a path: app/api/notes/NotesRoute.swift answers /api/notes.
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "TemplateAppTests",
            dependencies: [
                "TemplateApp",
                .product(name: "FledgeDataTesting", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
