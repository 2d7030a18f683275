// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Affiliate",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/apple/swift-crypto", from: "3.0.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "Affiliate",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "AffiliateTests",
            dependencies: [
                "Affiliate", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
