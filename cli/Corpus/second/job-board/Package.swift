// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "job-board",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "JobBoard",
            dependencies: [.product(name: "Fledge", package: "fledge"), "JobBoardCore"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "JobBoardCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "JobBoardTests",
            dependencies: ["JobBoard", "JobBoardCore", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
