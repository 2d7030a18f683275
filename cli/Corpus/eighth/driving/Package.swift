// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Driving",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Driving",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "DrivingTests",
            dependencies: ["Driving", .product(name: "FledgeTesting", package: "fledge")]),
    ]
)
