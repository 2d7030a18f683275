// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "forum-threads",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "ForumThreads",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "ForumThreadsTests",
            dependencies: ["ForumThreads", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
