// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Observatory",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "Observatory",
            dependencies: [.product(name: "Fledge", package: "fledge"), "ObservatoryServices"],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "ObservatoryServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "ObservatoryTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Observatory",
                "ObservatoryServices",
            ]),
    ]
)
