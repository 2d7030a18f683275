// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "leave",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Leave",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                "LeaveServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "LeaveServices",
            dependencies: [
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "LeaveTests",
            dependencies: [
                "Leave",
                "LeaveServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
