// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Patents",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "Patents",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "PatentsTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Patents",
            ]),
    ]
)
