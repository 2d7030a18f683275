// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who builds Fledge builds no benchmark.

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // PostgreSQL for DatabaseServer only: what does not use it links no libpq.
        .package(name: "fledge", path: "..", traits: ["Postgres"]),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // To measure what Fledge adds to it; Fledge brings it anyway.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "BenchServer",
            // Not the umbrella: its macros would compile swift-syntax for release, ten minutes long.
            dependencies: [
                .product(name: "FledgeCore", package: "fledge"),
                .product(name: "FledgeJSON", package: "fledge"),
                .product(name: "FledgeMiddleware", package: "fledge"),
                .product(name: "FledgeServer", package: "fledge"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        // A table behind HTTP, beside Go's: scripts/bench --databases.
        .executableTarget(
            name: "DatabaseServer",
            dependencies: [
                .product(name: "FledgeCore", package: "fledge"),
                .product(name: "FledgeData", package: "fledge"),
                .product(name: "FledgeJSON", package: "fledge"),
                .product(name: "FledgeMiddleware", package: "fledge"),
                .product(name: "FledgePostgres", package: "fledge"),
                .product(name: "FledgeSQLite", package: "fledge"),
                .product(name: "FledgeServer", package: "fledge"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        // Beside Foundation's coders: scripts/bench-json.
        .executableTarget(
            name: "JSONBench",
            dependencies: [.product(name: "FledgeJSON", package: "fledge")]
        ),
        .executableTarget(
            name: "TrialServer",
            dependencies: [
                .product(name: "FledgeCore", package: "fledge"),
                .product(name: "FledgeServer", package: "fledge"),
            ]
        ),
    ]
)
