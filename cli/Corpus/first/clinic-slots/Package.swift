// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "clinic-slots",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "ClinicSlots",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "ClinicSlotsTests",
            dependencies: ["ClinicSlots", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
