// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "ledger-book",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "LedgerBook",
            dependencies: [.product(name: "Fledge", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge"), "LedgerBookServices", "LedgerBookDatabase"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "LedgerBookServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "LedgerBookDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "LedgerBookServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "LedgerBookServicesTests",
            dependencies: ["LedgerBookServices"]
        ),
        .testTarget(
            name: "LedgerBookDatabaseTests",
            dependencies: ["LedgerBookServices", "LedgerBookDatabase", .product(name: "FledgeDataTesting", package: "fledge")]
        ),
        .testTarget(
            name: "LedgerBookTests",
            dependencies: ["LedgerBook", "LedgerBookServices", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
