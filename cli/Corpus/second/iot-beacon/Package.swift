// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "io-t-beacon",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "IoTBeacon",
            dependencies: [.product(name: "Fledge", package: "fledge"), "IoTBeaconCore"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "IoTBeaconCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "IoTBeaconTests",
            dependencies: ["IoTBeacon", "IoTBeaconCore", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
