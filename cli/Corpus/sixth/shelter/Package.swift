// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Shelter",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Shelter",
            dependencies: ["Animals", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "Animals",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "ShelterTests",
            dependencies: [
                "Shelter", "Animals", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
