// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Skydive",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Skydive",
            dependencies: [
                "SkydiveDatabase", "SkydiveServices", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "SkydiveServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "SkydiveDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "SkydiveServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "SkydiveServicesTests",
            dependencies: ["SkydiveServices"]),
        .testTarget(
            name: "SkydiveDatabaseTests",
            dependencies: [
                "SkydiveDatabase", "SkydiveServices",
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
        .testTarget(
            name: "SkydiveTests",
            dependencies: [
                "Skydive", "SkydiveServices", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
