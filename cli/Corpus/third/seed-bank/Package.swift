// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "SeedBank",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "SeedBank",
            dependencies: [.product(name: "Fledge", package: "fledge"), "Vault", "VaultSQL", .product(name: "FledgeData", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "Vault",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "VaultSQL",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "Vault"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "SeedBankTests",
            dependencies: ["SeedBank", "Vault", "VaultSQL", .product(name: "FledgeSQLite", package: "fledge"), .product(name: "FledgeDataTesting", package: "fledge"), .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
