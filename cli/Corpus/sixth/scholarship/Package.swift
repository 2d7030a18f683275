// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Scholarship",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Scholarship",
            dependencies: ["Grants", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "Grants",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "ScholarshipTests",
            dependencies: [
                "Scholarship", "Grants", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
