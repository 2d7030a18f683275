// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "rsvp",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Rsvp",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
                "RsvpDatabase",
                "RsvpServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "RsvpServices",
            dependencies: [
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "RsvpDatabase",
            dependencies: [
                .product(name: "FledgeData", package: "fledge"),
                "RsvpServices",
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "RsvpTests",
            dependencies: [
                "Rsvp",
                "RsvpServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
        .testTarget(
            name: "RsvpServicesTests",
            dependencies: [
                "RsvpServices",
            ]
        ),
        .testTarget(
            name: "RsvpDatabaseTests",
            dependencies: [
                "RsvpDatabase",
                "RsvpServices",
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeDataTesting", package: "fledge"),
            ]
        ),
    ]
)
