// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Tenants",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Tenants",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "TenantsTests",
            dependencies: ["Tenants", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
