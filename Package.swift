// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "pumpurs",
    products: [
        .executable(name: "pumpurs", targets: ["pumpurs"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
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
        .executableTarget(name: "sample-data-generator", dependencies: ["SampleData"]),
        .executableTarget(
            name: "pumpurs",
            dependencies: [
                "PupilSupport", "Diagnostics", "SupportStore", "Rollup", "Submission", "Pipelines",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "PupilSupportTests", dependencies: ["PupilSupport"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Diagnostics", "Extraction", "CZip", "CZlib"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "NormalizationTests",
            dependencies: ["PupilSupport", "Diagnostics", "Extraction", "Normalization"]),
        .testTarget(
            name: "PipelinesTests",
            dependencies: [
                "Pipelines", "PupilSupport", "Diagnostics", "Extraction", "Normalization",
                "Rollup", "SupportStore",
            ],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "ExplanationTests",
            dependencies: [
                "PupilSupport", "Diagnostics", "SupportStore", "Rollup", "Pipelines",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "SupportStoreTests",
            dependencies: [
                "PupilSupport", "SupportStore", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "CommandTests", dependencies: ["SampleData", "SupportStore", "pumpurs"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "DisclosureControlTests", dependencies: ["DisclosureControl"]),
        .testTarget(
            name: "SubmissionTests", dependencies: ["Diagnostics", "PupilSupport", "Submission"]),
        .testTarget(name: "SampleDataTests", dependencies: ["SampleData", "CLibXML2"]),
        .target(
            name: "RollupTestSupport",
            dependencies: [
                "Diagnostics", "PupilSupport", "Pipelines", "Rollup", "SupportStore",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/RollupTestSupport"),
        .testTarget(
            name: "RollupTests",
            dependencies: ["PupilSupport", "Rollup", "RollupTestSupport", "SupportStore"]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Extraction", "PupilSupport", "Reports", "Rollup", "RollupTestSupport",
                "SupportStore", .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["__Snapshots__"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
    // The tests run optimised code, but need not be optimised themselves: that would only take longer.
    if target.type == .test {
        target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
    }
}
