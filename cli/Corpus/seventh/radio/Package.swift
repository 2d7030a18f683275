// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Radio",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Radio",
            dependencies: ["RadioCore", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "RadioCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "RadioTests",
            dependencies: [
                "Radio", "RadioCore", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
