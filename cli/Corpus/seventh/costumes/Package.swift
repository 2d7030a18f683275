// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Costumes",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Costumes",
            dependencies: ["CostumesCore", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "CostumesCore",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "CostumesTests",
            dependencies: [
                "Costumes", "CostumesCore", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
