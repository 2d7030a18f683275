// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Notary",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Notary",
            dependencies: ["Deeds", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "Deeds",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "NotaryTests",
            dependencies: ["Notary", "Deeds", .product(name: "FledgeTesting", package: "fledge")]),
    ]
)
