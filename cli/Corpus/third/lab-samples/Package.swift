// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "LabSamples",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "LabSamples",
            dependencies: [.product(name: "Fledge", package: "fledge"), "Lab"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "Lab",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "LabSamplesTests",
            dependencies: ["LabSamples", "Lab", .product(name: "FledgeTesting", package: "fledge")]
        ),
        .testTarget(
            name: "LabTests",
            dependencies: ["Lab"]
        ),
    ]
)
