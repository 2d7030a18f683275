// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Kiln",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Kiln",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "KilnTests",
            dependencies: ["Kiln", .product(name: "FledgeTesting", package: "fledge")]),
    ]
)
