// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Campsite",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Campsite",
            dependencies: [
                "CampsiteDatabase", "CampsiteServices", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "CampsiteServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "CampsiteDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "CampsiteServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "CampsiteServicesTests",
            dependencies: ["CampsiteServices"]),
        .testTarget(
            name: "CampsiteDatabaseTests",
            dependencies: [
                "CampsiteDatabase", "CampsiteServices",
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
        .testTarget(
            name: "CampsiteTests",
            dependencies: [
                "Campsite", "CampsiteServices", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
