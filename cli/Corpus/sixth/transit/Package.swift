// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Transit",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Transit",
            dependencies: ["Timetable", .product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .target(
            name: "Timetable",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]),
        .testTarget(
            name: "TransitTests",
            dependencies: [
                "Transit", "Timetable", .product(name: "FledgeTesting", package: "fledge"),
            ]),
    ]
)
