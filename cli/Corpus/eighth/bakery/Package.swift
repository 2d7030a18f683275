// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Bakery",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Bakery",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "BakeryTests",
            dependencies: ["Bakery", .product(name: "FledgeTesting", package: "fledge")]),
    ]
)
