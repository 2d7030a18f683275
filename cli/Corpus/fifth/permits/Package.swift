// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Permits",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "Permits",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "PermitsTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Permits",
            ]),
    ]
)
