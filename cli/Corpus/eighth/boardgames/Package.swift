// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "GameCafe",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "GameCafe",
            dependencies: ["CafeCore", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "CafeCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "GameCafeTests",
            dependencies: [
                "GameCafe", "CafeCore", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
