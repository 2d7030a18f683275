// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Locksmith",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Locksmith",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "LocksmithTests",
            dependencies: [
                "Locksmith", .product(name: "FledgeTesting", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
    ]
)
