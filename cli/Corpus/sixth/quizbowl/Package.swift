// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Quizbowl",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Quizbowl",
            dependencies: ["Quiz", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "Quiz",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "QuizbowlTests",
            dependencies: ["Quizbowl", "Quiz", .product(name: "FledgeTesting", package: "fledge")]),
    ]
)
