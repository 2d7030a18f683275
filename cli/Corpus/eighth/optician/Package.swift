// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Optician",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Optician",
            dependencies: [
                "OpticCore", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "OpticCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "OpticianTests",
            dependencies: [
                "Optician", "OpticCore", .product(name: "FledgeTesting", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]),
    ]
)
