// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "MuseumTickets",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "MuseumTickets",
            dependencies: [.product(name: "Fledge", package: "fledge"), "TicketDesk", "TicketDatabase", .product(name: "FledgeData", package: "fledge"), .product(name: "FledgeSQLite", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "TicketDesk",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "TicketDatabase",
            dependencies: [.product(name: "FledgeData", package: "fledge"), "TicketDesk"],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "MuseumTicketsTests",
            dependencies: ["MuseumTickets", "TicketDesk", "TicketDatabase", .product(name: "FledgeSQLite", package: "fledge"), .product(name: "FledgeDataTesting", package: "fledge"), .product(name: "FledgeTesting", package: "fledge")]
        ),
        .testTarget(
            name: "TicketDeskTests",
            dependencies: ["TicketDesk"]
        ),
    ]
)
