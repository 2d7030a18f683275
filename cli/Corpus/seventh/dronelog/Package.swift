// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "DroneLog",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "DroneLog",
            dependencies: [
                "DroneLogDatabase", "DroneLogServices", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "DroneLogServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "DroneLogDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "DroneLogServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "DroneLogServicesTests",
            dependencies: ["DroneLogServices"]),
        .testTarget(
            name: "DroneLogDatabaseTests",
            dependencies: [
                "DroneLogDatabase", "DroneLogServices",
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
        .testTarget(
            name: "DroneLogTests",
            dependencies: [
                "DroneLog", "DroneLogServices", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
