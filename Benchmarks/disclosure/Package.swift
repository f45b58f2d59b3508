// swift-tools-version: 6.2
import PackageDescription

// How long disclosure control takes: a package of its own, so that the product is built without it. The modules
// measured are links to their sources.
let package = Package(
    name: "disclosure",
    targets: [
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(name: "DisclosureControl", dependencies: ["CGLPK"]),
        .executableTarget(name: "disclosure", dependencies: ["DisclosureControl"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
