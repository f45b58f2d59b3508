// swift-tools-version: 6.2
import PackageDescription

// How fast each part is, and how much memory it needs at most: a package of its own, so that the product is built
// without it. The modules measured are links to their sources. Nothing of the benchmarks stands in for malloc or the
// runtime, so that what is measured is what users run.
let package = Package(
    name: "suite",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CExchange"),
        .systemLibrary(name: "CMemory"),
        .target(name: "PupilSupport"),
        .target(name: "Diagnostics"),
        .target(name: "Extraction", dependencies: ["Diagnostics", "CLibXML2", "CZip", "CZlib"]),
        .target(
            name: "Normalization", dependencies: ["PupilSupport", "Diagnostics", "Extraction"]),
        .target(
            name: "SupportStore",
            dependencies: [
                "PupilSupport", "Diagnostics", "CMemory",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "DisclosureControl", dependencies: ["CGLPK"]),
        .target(name: "Rollup", dependencies: ["PupilSupport", "Diagnostics", "SupportStore"]),
        .target(
            name: "Reports",
            dependencies: [
                "PupilSupport", "Rollup", "CXLSXWriter",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")]),
        .target(
            name: "Submission",
            dependencies: [
                "PupilSupport", "Diagnostics", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Pipelines",
            dependencies: [
                "PupilSupport", "Diagnostics", "Extraction", "Normalization", "SupportStore",
                "Rollup", "DisclosureControl", "Reports", "Submission", "CExchange",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(name: "SampleData"),
        .target(
            name: "Measuring",
            dependencies: ["CMemory", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Measuring"),
        .executableTarget(
            name: "Reading",
            dependencies: [
                "Extraction", "Measuring", "Normalization", "PupilSupport", "SampleData",
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Reading",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "Reporting",
            dependencies: [
                "Diagnostics", "Measuring", "Normalization", "Pipelines", "PupilSupport",
                "Reports", "Rollup", "SampleData", "SupportStore",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Reporting",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        // Some of what is measured is seen by its own module and by tests alone.
        .unsafeFlags(["-enable-testing"]),
    ]
    if target.type == .regular {
        target.swiftSettings?.append(.enableUpcomingFeature("InternalImportsByDefault"))
    }
}
