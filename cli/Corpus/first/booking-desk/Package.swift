// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "booking-desk",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "BookingDesk",
            dependencies: [.product(name: "Fledge", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge"), "BookingDeskServices", "BookingDeskDatabase"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "BookingDeskServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "BookingDeskDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "BookingDeskServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "BookingDeskServicesTests",
            dependencies: ["BookingDeskServices"]
        ),
        .testTarget(
            name: "BookingDeskDatabaseTests",
            dependencies: ["BookingDeskServices", "BookingDeskDatabase", .product(name: "FledgeDataTesting", package: "fledge")]
        ),
        .testTarget(
            name: "BookingDeskTests",
            dependencies: ["BookingDesk", "BookingDeskServices", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
