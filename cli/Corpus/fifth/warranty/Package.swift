// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Warranty",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main"),
        .package(url: "https://github.com/apple/swift-crypto", from: "3.0.0"),
    ],
    targets: [
        .executableTarget(
            name: "Warranty",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Fledge", package: "fledge"), "WarrantyServices",
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "WarrantyServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "WarrantyTests",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Warranty", "WarrantyServices",
            ]),
    ]
)
