// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "recipe-box",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "RecipeBox",
            dependencies: [.product(name: "Fledge", package: "fledge"), "RecipeBoxCore"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "RecipeBoxCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "RecipeBoxTests",
            dependencies: ["RecipeBox", "RecipeBoxCore", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
