// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "pulse-survey",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "PulseSurvey",
            dependencies: [.product(name: "Fledge", package: "fledge"), "PulseSurveyCore"],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .target(
            name: "PulseSurveyCore",
            dependencies: [.product(name: "FledgeSchema", package: "fledge")],
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "PulseSurveyTests",
            dependencies: ["PulseSurvey", "PulseSurveyCore", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
