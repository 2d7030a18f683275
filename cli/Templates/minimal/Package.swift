// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "template-app",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://example.com/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "TemplateApp",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",  // A folder is a path: app/api/hello/HelloRoute.swift answers /api/hello.
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        )
    ]
)
