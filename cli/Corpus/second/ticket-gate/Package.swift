// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "ticket-gate",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "TicketGate",
            dependencies: [.product(name: "Fledge", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge"), "TicketGateServices", "TicketGateDatabase"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "TicketGateServices",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "TicketGateDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "TicketGateServices"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "TicketGateServicesTests",
            dependencies: ["TicketGateServices"]
        ),
        .testTarget(
            name: "TicketGateDatabaseTests",
            dependencies: ["TicketGateServices", "TicketGateDatabase", .product(name: "FledgeDataTesting", package: "fledge")]
        ),
        .testTarget(
            name: "TicketGateTests",
            dependencies: ["TicketGate", "TicketGateServices", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
