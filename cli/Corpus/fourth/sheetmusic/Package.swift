// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "sheetmusic",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "Sheetmusic",
            dependencies: [
                .product(name: "Fledge", package: "fledge"),
                "SheetmusicServices",
            ],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "SheetmusicServices",
            dependencies: [
                .product(name: "FledgeSchema", package: "fledge"),
            ],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "SheetmusicTests",
            dependencies: [
                "Sheetmusic",
                "SheetmusicServices",
                .product(name: "Fledge", package: "fledge"),
                .product(name: "FledgeTesting", package: "fledge"),
            ]
        ),
    ]
)
