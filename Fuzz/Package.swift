// swift-tools-version: 6.2
import PackageDescription

// Coverage-guided fuzzing of the readers, a package of its own: the product is built without it, and
// nothing of the product is built with a sanitizer. The modules under test are links to their sources,
// so that they are compiled here with the fuzzer's counters.
let package = Package(
    name: "Fuzz",
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CFuzzer"),
        .target(name: "Diagnostics"),
        .target(name: "Extraction", dependencies: ["Diagnostics", "CLibXML2", "CZip", "CZlib"]),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "CZip", "Diagnostics", "Extraction"],
            // libFuzzer is written in C++.
            linkerSettings: [.linkedLibrary("stdc++")]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
        .unsafeFlags(["-sanitize=fuzzer,address"]),
    ]
}
