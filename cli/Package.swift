// swift-tools-version: 6.2
import PackageDescription

// A package of its own: what parses Swift may not live in the root package, and who installs the
// command compiles neither the framework nor its macros.
let package = Package(
    name: "fledge-cli",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "fledge", targets: ["fledge"]),
        .executable(name: "fledge-doctor", targets: ["fledge-doctor"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(
            url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        // For fledge-doctor alone: who builds fledge downloads it and does not compile it.
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // The commands, a folder for each.
        .target(
            name: "FledgeCLI",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(
                    name: "SystemPackage", package: "swift-system",
                    condition: .when(platforms: [.linux])),
            ]
        ),
        .executableTarget(
            name: "fledge",
            dependencies: [
                "FledgeCLI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // Where an app's complexity lives: reads sources, measures them, finds what belongs elsewhere, and
        // moves it (with Subprocess it asks the compiler and git).
        .target(
            name: "FledgeDoctor",
            dependencies: [
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SwiftOperators", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(
                    name: "SystemPackage", package: "swift-system",
                    condition: .when(platforms: [.linux])),
            ]
        ),
        // A program of its own, which fledge builds when it is first asked for: SwiftParser compiles
        // for minutes.
        .executableTarget(
            name: "fledge-doctor",
            dependencies: [
                "FledgeDoctor",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(
            name: "FledgeDoctorTests",
            dependencies: [
                "FledgeDoctor", "fledge-doctor",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ]
        ),
        .testTarget(
            name: "FledgeCLITests",
            dependencies: [
                "fledge", "FledgeCLI",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
    ]
)

for target in package.targets where target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
