// swift-tools-version: 6.2
import PackageDescription

// How fast the readers are, beside what the machine can do: a package of its own, so that the product is
// built without it. The modules measured are links to their sources.
let package = Package(
    name: "reading",
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CBaseline"),
        .target(name: "Diagnostics"),
        .target(name: "Extraction", dependencies: ["Diagnostics", "CLibXML2", "CZip", "CZlib"]),
        .executableTarget(
            name: "reading", dependencies: ["CBaseline", "CLibXML2", "Extraction"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type == .regular || target.type == .executable {
    guard target.name != "CBaseline" else { continue }
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
