// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Tailor",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Tailor",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "TailorTests",
            dependencies: ["Tailor", .product(name: "FledgeTesting", package: "fledge")]),
    ]
)
