// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "CourierRoutes",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "CourierRoutes",
            dependencies: [.product(name: "Fledge", package: "fledge"), "Dispatch", "DispatchStore", .product(name: "FledgeData", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "Dispatch",
            dependencies: [.product(name: "FledgeSchema", package: "fledge"), .product(name: "FledgeCore", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "DispatchStore",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "Dispatch"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "CourierRoutesTests",
            dependencies: ["CourierRoutes", "Dispatch", "DispatchStore", .product(name: "FledgeSQLite", package: "fledge"), .product(name: "FledgeDataTesting", package: "fledge"), .product(name: "FledgeTesting", package: "fledge")]
        ),
        .testTarget(
            name: "DispatchTests",
            dependencies: ["Dispatch"]
        ),
    ]
)
