// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "InsuranceClaims",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
    ],
    targets: [
        .executableTarget(
            name: "InsuranceClaims",
            dependencies: [.product(name: "Fledge", package: "fledge"), "ClaimsCore"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "ClaimsCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge"), .product(name: "HTTPTypes", package: "swift-http-types")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "InsuranceClaimsTests",
            dependencies: ["InsuranceClaims", "ClaimsCore", .product(name: "FledgeTesting", package: "fledge")]
        ),
        .testTarget(
            name: "ClaimsCoreTests",
            dependencies: ["ClaimsCore"]
        ),
    ]
)
