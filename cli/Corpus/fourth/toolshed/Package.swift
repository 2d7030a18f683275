// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "toolshed",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Toolshed",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
                "ToolshedDatabase",
                "ToolshedServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "ToolshedServices",
            dependencies: [
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "ToolshedDatabase",
            dependencies: [
                .product(name: "FledgeData", package: "fledge"),
                "ToolshedServices",
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "ToolshedTests",
            dependencies: [
                "Toolshed",
                "ToolshedServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
