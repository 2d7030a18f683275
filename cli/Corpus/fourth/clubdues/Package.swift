// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "clubdues",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Clubdues",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                "ClubduesServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "ClubduesServices",
            dependencies: [
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "ClubduesTests",
            dependencies: [
                "Clubdues",
                "ClubduesServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
