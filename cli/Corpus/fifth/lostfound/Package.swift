// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "LostFound",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "LostFound",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "LostFoundTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "LostFound",
            ]),
    ]
)
