// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "donations",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Donations",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                "DonationsServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "DonationsServices",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
            ]
        ),
        .testTarget(
            name: "DonationsTests",
            dependencies: [
                "Donations",
                "DonationsServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
