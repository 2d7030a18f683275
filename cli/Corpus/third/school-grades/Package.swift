// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "SchoolGrades",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/fledge-framework/fledge", branch: "main")],
    targets: [
        .executableTarget(
            name: "SchoolGrades",
            dependencies: [.product(name: "Fledge", package: "fledge")],
            path: "app",
            plugins: [.plugin(name: "FledgeRoutes", package: "fledge")]
        ),
        .testTarget(
            name: "SchoolGradesTests",
            dependencies: ["SchoolGrades", .product(name: "FledgeTesting", package: "fledge")]
        ),
    ]
)
