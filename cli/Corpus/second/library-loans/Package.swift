// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "library-loans",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "LibraryLoans",
            dependencies: [.product(name: "Fledge", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge"), "LibraryLoansServices", "LibraryLoansDatabase"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "LibraryLoansServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "LibraryLoansDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "LibraryLoansServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "LibraryLoansServicesTests",
            dependencies: ["LibraryLoansServices"]
        ),
        .testTarget(
            name: "LibraryLoansDatabaseTests",
            dependencies: ["LibraryLoansServices", "LibraryLoansDatabase", .product(name: "FledgeDataTesting", package: "fledge")]
        ),
        .testTarget(
            name: "LibraryLoansTests",
            dependencies: ["LibraryLoans", "LibraryLoansServices", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
