// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "expense-flow",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "ExpenseFlow",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "ExpenseFlowTests",
            dependencies: ["ExpenseFlow", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
