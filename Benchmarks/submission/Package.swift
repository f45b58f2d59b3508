// swift-tools-version: 6.2
import PackageDescription

// How long packages take at the size of the whole country: a package of its own, so that the product is built
// without it. The modules measured are links to their sources.
let package = Package(
    name: "submission",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
    ],
    targets: [
        .target(name: "PupilSupport"),
        .target(name: "Diagnostics"),
        .target(
            name: "Submission",
            dependencies: [
                "PupilSupport", "Diagnostics", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(name: "sealing", dependencies: ["PupilSupport", "Submission"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
