// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "c-m-s-press",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "CMSPress",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "CMSPressTests",
            dependencies: ["CMSPress", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
