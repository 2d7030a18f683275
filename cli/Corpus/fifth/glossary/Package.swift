// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Glossary",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "Glossary",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
            ],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "GlossaryTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Glossary",
            ]),
    ]
)
