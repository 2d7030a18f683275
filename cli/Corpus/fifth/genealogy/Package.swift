// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Genealogy",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/fledge-framework/fledge", branch: "main")
    ],
    targets: [
        .executableTarget(
            name: "Genealogy",
            dependencies: [.product(name: "Fledge", package: "fledge"), "GenealogyServices"],
            path: "app", plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "GenealogyServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "GenealogyTests",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"), "Genealogy",
                "GenealogyServices",
            ]),
    ]
)
