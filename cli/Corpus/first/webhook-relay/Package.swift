// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "webhook-relay",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "WebhookRelay",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "WebhookRelayTests",
            dependencies: ["WebhookRelay", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
