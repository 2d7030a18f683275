// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "IceRink",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "IceRink",
            dependencies: ["RinkCore", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "RinkCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "IceRinkTests",
            dependencies: [
                "IceRink", "RinkCore", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
