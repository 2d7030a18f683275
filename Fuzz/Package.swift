// swift-tools-version: 6.2
import PackageDescription

// What the parsers under fuzz are linked with, in a release build. The parsers themselves are
// compiled by `scripts/fuzz`, instrumented: see Fuzz/README.md.

let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    products: [.library(name: "Libraries", type: .static, targets: ["Libraries"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "Libraries",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        )
    ]
)
