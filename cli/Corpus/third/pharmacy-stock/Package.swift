// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "PharmacyStock",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "PharmacyStock",
            dependencies: [.product(name: "Fledge", package: "fledge"), "Pharmacy", "PharmacySQL", .product(name: "FledgeData", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "Pharmacy",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "PharmacySQL",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "Pharmacy"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "PharmacyStockTests",
            dependencies: ["PharmacyStock", "Pharmacy", "PharmacySQL", .product(name: "FledgeSQLite", package: "fledge"), .product(name: "FledgeDataTesting", package: "fledge"), .product(name: "FledgeTesting", package: "fledge")]
        ),
        .testTarget(
            name: "PharmacyTests",
            dependencies: ["Pharmacy"]
        ),
    ]
)
