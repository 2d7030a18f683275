// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Loyalty",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    ],
    targets: [
        .executableTarget(
            name: "Loyalty",
            dependencies: [.product(name: "Fledge", package: "fledge"), "LoyaltyServices"],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "LoyaltyServices",
            dependencies: [
                .product(name: "FledgeSchema", package: "fledge"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "LoyaltyTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Loyalty", "LoyaltyServices",
            ]),
    ]
)
