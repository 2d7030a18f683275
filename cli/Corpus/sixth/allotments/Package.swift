// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Allotments",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Allotments",
            dependencies: ["Plots", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "Plots",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "AllotmentsTests",
            dependencies: [
                "Allotments", "Plots", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
