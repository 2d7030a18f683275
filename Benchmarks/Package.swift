// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who builds Fledge builds no benchmark.

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "fledge", path: ".."),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .executableTarget(
            name: "BenchServer",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "Logging", package: "swift-log"),
            ]
        )
    ]
)
