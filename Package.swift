// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "zbornica",
    products: [.executable(name: "zbornica", targets: ["zbornica"])],
    traits: [
        .trait(name: "PostgreSQL", description: "The PostgreSQL engine beside SQLite (needs libpq)"),
        .default(enabledTraits: ["PostgreSQL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    ],
    targets: [
        // The front door.
        .executableTarget(name: "zbornica", dependencies: [
            "Site", "Kernel", "Storage", "Resources", log,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: house),

        // Floors, from the top down. Each may use all below it, never one above.
        .target(name: "Site", dependencies: [
            "Proof", "Seminars", "Offer", "People", "Web", "Look", "Kernel", "Resources",
            "Storage", "HTML", "Languages", "Documents", "Sheets", "Mail", hummingbird, log,
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            .product(name: "Yams", package: "Yams"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        ], swiftSettings: house),
        .target(name: "Proof", dependencies: [
            "Seminars", "Offer", "People", "Web", "Look", "Kernel", "Storage", "HTML", "Languages", "Documents", "Sheets", "Mail", hummingbird, crypto,
        ], swiftSettings: house),
        .target(name: "Seminars", dependencies: [
            "Offer", "People", "Web", "Look", "Kernel", "Storage", "HTML", "Languages", "Documents", "Sheets", "Mail", hummingbird, crypto,
        ], swiftSettings: house),
        .target(name: "Offer", dependencies: [
            "People", "Web", "Look", "Kernel", "Storage", "HTML", "Languages", "Sheets", "Mail", hummingbird,
        ], swiftSettings: house),
        .target(name: "People", dependencies: [
            "Web", "Look", "Kernel", "Storage", "HTML", "Languages", "Documents", "Sheets", "Mail", hummingbird, crypto,
            .product(name: "CryptoExtras", package: "swift-crypto"),
            .product(name: "NIOPosix", package: "swift-nio"),
        ], swiftSettings: house),
        .target(name: "Web", dependencies: [
            "Look", "Kernel", "Storage", "HTML", "Languages", "Documents", hummingbird, crypto, log,
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"), "CZlib",
        ], swiftSettings: house),
        .target(name: "Look", dependencies: ["HTML", "Languages"], swiftSettings: house),
        .target(name: "Kernel", dependencies: ["Storage", "Languages", "Mail", crypto, log],
                swiftSettings: house, plugins: ["Generate"]),

        // Leaves: they know nothing of the trade.
        .target(name: "Storage", dependencies: [
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            log,
            .target(name: "CLibpq", condition: .when(traits: ["PostgreSQL"])),
            "CSQLiteSetup",
        ], swiftSettings: house),
        .target(name: "HTML", swiftSettings: house),
        .target(name: "Languages", swiftSettings: house),
        .target(name: "Documents", dependencies: ["CQRencode", "CExpat", log], swiftSettings: house),
        .target(name: "Sheets", dependencies: ["CXlsxWriter", "CZip", "CExpat"], swiftSettings: house),
        .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: house),
        .target(name: "Resources", swiftSettings: house, plugins: ["Generate"]),

        // C libraries of the system.
        .systemLibrary(name: "CLibpq", path: "Sources/C/Libpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", path: "Sources/C/Curl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CQRencode", path: "Sources/C/QRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXlsxWriter", path: "Sources/C/XlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", path: "Sources/C/Zip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", path: "Sources/C/Expat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/C/Zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CSQLiteSetup", path: "Sources/C/SQLiteSetup"),

        // Typed text keys and embedded resources, made at build time from Resources/.
        .executableTarget(name: "generate", swiftSettings: house),
        .plugin(name: "Generate", capability: .buildTool(), dependencies: ["generate"]),

        // Tests.
        .testTarget(name: "StorageTests", dependencies: ["Storage"], swiftSettings: house),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: house),
        .testTarget(name: "LanguagesTests", dependencies: ["Languages"], swiftSettings: house),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], exclude: ["Examples", "verify.py"], swiftSettings: house),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets"], swiftSettings: house),
        .testTarget(name: "MailTests", dependencies: ["Mail"], exclude: ["server.py"], swiftSettings: house),
        .testTarget(name: "House", swiftSettings: house),
        .testTarget(name: "Stories", dependencies: [
            "Site", "Proof", "Seminars", "Offer", "People", "Web", "Look", "Kernel", "Resources",
            "Storage", "HTML", "Languages", "Documents", "Sheets", "Mail", hummingbird, log, crypto,
            .product(name: "NIOEmbedded", package: "swift-nio"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
