// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "BikeSharing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    ],
    targets: [
        .executableTarget(
            name: "BikeSharing",
            dependencies: [.product(name: "Fledge", package: "fledge"), .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "BikeSharingTests",
            dependencies: ["BikeSharing", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
