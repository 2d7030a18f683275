// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "versioned-catalog",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "VersionedCatalog",
            dependencies: [.product(name: "Fledge", package: "fledge"), "VersionedCatalogCore"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "VersionedCatalogCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "VersionedCatalogTests",
            dependencies: ["VersionedCatalog", "VersionedCatalogCore", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
