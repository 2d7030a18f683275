// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "poll-station",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "PollStation",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "PollStationTests",
            dependencies: ["PollStation", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
