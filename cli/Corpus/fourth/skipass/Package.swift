// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "skipass",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Skipass",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                "SkipassServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "SkipassServices",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
            ]
        ),
        .testTarget(
            name: "SkipassTests",
            dependencies: [
                "Skipass",
                "SkipassServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
