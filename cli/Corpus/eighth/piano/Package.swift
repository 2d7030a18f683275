// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "PianoTuning",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "PianoTuning",
            dependencies: ["PianoCore", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "PianoCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "PianoTuningTests",
            dependencies: [
                "PianoTuning", "PianoCore", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
