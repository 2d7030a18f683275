// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Harbor",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "Harbor",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"), "HarborDatabase",
                "HarborServices",
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "HarborDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "HarborServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "HarborServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "HarborServicesTests", dependencies: ["HarborServices"]),
        .testTarget(
            name: "HarborTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Harbor", "HarborDatabase",
                "HarborServices",
            ]),
    ]
)
