// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Crane",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Crane",
            dependencies: [
                "CraneDatabase", "CraneServices", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "CraneServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "CraneDatabase",
            dependencies: ["CraneServices", .product(name: "FledgeData", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "CraneTests",
            dependencies: [
                "Crane", "CraneDatabase", "CraneServices",
                .product(name: "FledgeTesting", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
    ]
)
