// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Beehive",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "Beehive",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "BeehiveTests",
            dependencies: [
                "Beehive", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
