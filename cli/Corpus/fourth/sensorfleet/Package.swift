// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "sensorfleet",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Sensorfleet",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                "SensorfleetServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "SensorfleetServices",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
            ]
        ),
        .testTarget(
            name: "SensorfleetTests",
            dependencies: [
                "Sensorfleet",
                "SensorfleetServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
