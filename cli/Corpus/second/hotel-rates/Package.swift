// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "hotel-rates",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "HotelRates",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "HotelRatesTests",
            dependencies: ["HotelRates", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
