// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Crossword",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "Crossword",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "CrosswordTests",
            dependencies: [
                "Crossword", .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
