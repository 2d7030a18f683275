// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Toll",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Toll",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "TollTests",
            dependencies: [
                "Toll", .product(name: "FledgeTesting", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
    ]
)
