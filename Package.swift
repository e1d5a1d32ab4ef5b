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
let locks = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let http = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

/// What stands below every room.
let ground: [Target.Dependency] = ["Web", "Forms", "Look", "Queues", "Kernel", "Storage", "HTML", "Languages", "Documents", "Fetch", "Planner", "Sheets", "Mail"]

/// The rooms, from the bottom up. Each is a folder `Sources/<floor>/<room>` and a target of its own; it may use the rooms that it stands on, all that
/// those stand on, and the ground. Whatever else is imported does not compile.
let rooms = Room.standing([
    Room("Imports", floor: "People"),
    Room("Centres", floor: "People", on: "Imports"),
    Room("Accounts", floor: "People", on: "Centres",
        with: crypto, .product(name: "CryptoExtras", package: "swift-crypto"), .product(name: "NIOPosix", package: "swift-nio")),
    Room("Files", floor: "People", on: "Accounts", with: crypto),
    Room("Schools", floor: "People", on: "Accounts"),
    Room("Catalogue", floor: "Offer", on: "Accounts"),
    Room("Questionnaires", floor: "Offer", on: "Accounts"),
    Room("Needs", floor: "Offer", on: "Catalogue", "Schools", "Questionnaires"),
    Room("Events", floor: "Seminars", on: "Catalogue", "Schools"),
    Room("Bookings", floor: "Seminars", on: "Events"),
    Room("Registration", floor: "Seminars", on: "Events"),
    Room("Guests", floor: "Seminars", on: "Registration"),
    Room("Papers", floor: "Seminars", on: "Guests"),
    Room("Delivery", floor: "Seminars", on: "Guests", "Bookings", with: crypto),
    Room("Evaluation", floor: "Seminars", on: "Delivery", "Questionnaires"),
    Room("Certificates", floor: "Proof", on: "Delivery", with: crypto),
    Room("Portfolio", floor: "Proof", on: "Certificates", "Files", "Schools", with: .product(name: "Yams", package: "Yams")),
    Room("FollowUp", floor: "Proof", on: "Portfolio"),
    Room("Workshop", floor: "Proof", on: "FollowUp", "Evaluation"),
    Room("Materials", floor: "Seminars", on: "Registration", "Files"),
    Room("Publishing", floor: "Public", on: "Materials", with: .target(name: "Markdown"), crypto),
    Room("Circles", floor: "Commons", on: "FollowUp", "Publishing", with: .target(name: "Markdown")),
    Room("Community", floor: "Commons", on: "Workshop", "Publishing", with: .target(name: "Markdown")),
    Room("Library", floor: "Commons", on: "Publishing", with: .target(name: "Marc")),
    Room("Loans", floor: "Commons", on: "Library"),
    Room("Kits", floor: "Commons", on: "Loans", "FollowUp"),
    Room("Contests", floor: "Commons", on: "FollowUp", "Publishing", with: .target(name: "Markdown")),
    Room("Juries", floor: "Commons", on: "Contests"),
    Room("Club", floor: "Commons", on: "Kits", "Bookings"),
    Room("Planning", floor: "Office", on: "FollowUp", "Needs", with: locks),
    Room("Projects", floor: "Office", on: "Library", "Certificates", with: .target(name: "Markdown")),
    Room("Registry", floor: "Office", on: "Projects", "Juries", "Circles"),
    Room("Purses", floor: "Office", on: "Registry", "Planning", "Projects"),
    Room("Claims", floor: "Office", on: "Purses"),
    Room("Invoices", floor: "Office", on: "Claims"),
    Room("Statements", floor: "Office", on: "Invoices", with: crypto),
    Room("Costs", floor: "Office", on: "Claims", "Evaluation"),
    Room("Newsletter", floor: "Public", on: "Publishing", "Planning", "Community", with: .target(name: "Markdown")),
    Room("Informer", floor: "Public", on: "Planning", "Publishing", "Community", "Loans", "Claims", with: .target(name: "Markdown")),
    Room("Reports", floor: "Office", on: "Costs", "Statements", "Club", "Juries", "Community", "Loans"),
    Room("Tables", floor: "Office", on: "Certificates", "Loans", "Costs"),
    Room("SelfEvaluation", floor: "Office", on: "Costs", "Community", "Club"),
    Room("Interfaces", floor: "Network", on: "Planning", "Community", "Certificates", "Library", "Claims", with: crypto, log),
    Room("Neighbours", floor: "Network", on: "Portfolio", "Community", "Certificates", with: crypto),
    Room("Initiatives", floor: "Network", on: "Circles", "Registry", "Workshop", with: .target(name: "Markdown")),
    Room("NetworkFront", floor: "Network", on: "Registration"),
    Room("OpenID", floor: "People", on: "Accounts", with: crypto, .product(name: "CryptoExtras", package: "swift-crypto"), log),
])

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
            "Site", "Demo", "Operation", "Kernel", "Languages", "Storage", "Resources", log,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ] + rooms.map(\.dependency), swiftSettings: house, plugins: ["Generate"]),

        // Above the rooms: pages that show several of them, and the wiring.
        .target(name: "Site", dependencies: rooms.map(\.dependency) + ground + [
            "Demo", "Operation", "Resources", "Marc", hummingbird, log, locks,
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ], swiftSettings: house, plugins: ["Generate"]),

        .target(name: "Operation", dependencies: rooms.map(\.dependency) + ground + ["Resources", "Marc", log, .product(name: "Yams", package: "Yams")],
                swiftSettings: house, plugins: ["Generate"]),
        .target(name: "Demo", dependencies: rooms.map(\.dependency) + ground, swiftSettings: house, plugins: ["Generate"]),

        // Below the rooms.
        .target(name: "Web", dependencies: [
            "Forms", "Look", "Queues", "Kernel", "Storage", "HTML", "Languages", "Documents", "Fetch", "Planner", "Sheets", hummingbird, crypto, log, http, locks,
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"), "CZlib",
        ], swiftSettings: house, plugins: ["Generate"]),
        .target(name: "Forms", dependencies: ["Look", "Kernel", "HTML", "Languages", "Mail"], swiftSettings: house, plugins: ["Generate"]),
        .target(name: "Look", dependencies: ["HTML", "Languages"], swiftSettings: house),
        .target(name: "Queues", dependencies: ["Kernel", "Storage", "Languages", "Mail"], swiftSettings: house),
        .target(name: "Kernel", dependencies: ["Storage", "Languages", crypto, log],
                swiftSettings: house, plugins: ["Generate"]),

        // Leaves: they know nothing of the trade.
        .target(name: "Storage", dependencies: [
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "NIOPosix", package: "swift-nio"),
            locks, log,
            .target(name: "CLibpq", condition: .when(traits: ["PostgreSQL"])),
            "CSQLiteSetup",
        ], swiftSettings: house),
        .target(name: "HTML", swiftSettings: house),
        .target(name: "Languages", swiftSettings: house),
        .target(name: "Documents", dependencies: ["Python", "CQRencode", "CExpat", log], swiftSettings: house),
        .target(name: "Sheets", dependencies: ["Python", "CXlsxWriter", "CZip", "CExpat"], swiftSettings: house),
        .target(name: "Python", swiftSettings: house),
        .target(name: "Planner", dependencies: ["Python"], swiftSettings: house),
        .target(name: "Marc", dependencies: ["Python"], swiftSettings: house),
        .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: house),
        .target(name: "Fetch", dependencies: ["CCurl"], swiftSettings: house),
        .target(name: "Markdown", dependencies: ["CCommonMark"], swiftSettings: house),
        .target(name: "Resources", swiftSettings: house, plugins: ["Generate"]),

        // C libraries of the system.
        .systemLibrary(name: "CLibpq", path: "Sources/C/Libpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", path: "Sources/C/Curl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CQRencode", path: "Sources/C/QRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXlsxWriter", path: "Sources/C/XlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", path: "Sources/C/Zip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", path: "Sources/C/Expat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CCommonMark", path: "Sources/C/CommonMark", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/C/Zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CSQLiteSetup", path: "Sources/C/SQLiteSetup"),

        // Typed text keys and embedded resources, made at build time from Resources/.
        .executableTarget(name: "generate", swiftSettings: house),
        .plugin(name: "Generate", capability: .buildTool(), dependencies: ["generate"]),

        // Tests.
        .testTarget(name: "StorageTests", dependencies: ["Storage"], swiftSettings: house),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: house),
        .testTarget(name: "LanguagesTests", dependencies: ["Languages", "Mutations"], swiftSettings: house),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Mutations"], exclude: ["Examples", "verify.py"], swiftSettings: house),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets", "Mutations"], swiftSettings: house),
        .testTarget(name: "MarcTests", dependencies: ["Marc", "Mutations"], swiftSettings: house),
        .testTarget(name: "FetchTests", dependencies: ["Fetch"], exclude: ["server.py"], swiftSettings: house),
        .testTarget(name: "MailTests", dependencies: ["Mail", "Mutations"], exclude: ["server.py"], swiftSettings: house),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Mutations"], swiftSettings: house),
        .testTarget(name: "House", swiftSettings: house),
        // Spoiled inputs for the tests of parsers.
        .target(name: "Mutations", path: "Tests/Mutations", swiftSettings: house),

        // The town in which all stories happen; it serves the whole house.
        .target(name: "Town", dependencies: rooms.map(\.dependency) + ground + [
            "Site", "Operation", hummingbird, log, locks, http,
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ], path: "Tests/Town", swiftSettings: house),
        .stories(of: "Site", with: rooms.map(\.dependency) + ["Demo"]),
    ] + rooms.map(\.target)
        // What Imports carries belongs to other rooms; they tell its stories.
        + rooms.filter { $0.name != "Imports" }.map(\.stories),
    swiftLanguageModes: [.v6]
)

struct Room {
    let name: String
    let floor: String
    /// Those that it stands on; once it stands, with all below them.
    var below: [String]
    let packages: [Target.Dependency]

    init(_ name: String, floor: String, on below: String..., with packages: Target.Dependency...) {
        (self.name, self.floor, self.below, self.packages) = (name, floor, below, packages)
    }

    var dependency: Target.Dependency { .target(name: name) }

    var target: Target {
        .target(name: name, dependencies: below.map { .target(name: $0) } + ground + packages, path: "Sources/\(floor)/\(name)", swiftSettings: house,
                plugins: ["Generate"])
    }

    /// What is told of the room: `Tests/Rooms/<Room>`.
    var stories: Target { .stories(of: name, with: (below + [name]).map { .target(name: $0) } + packages) }

    /// The same rooms, each with all that it stands on. A room that stands on one above it stands on nothing there, and does not compile.
    static func standing(_ rooms: [Room]) -> [Room] {
        rooms.reduce(into: []) { standing, room in
            var room = room
            room.below = standing.filter { lower in room.below.contains(lower.name) }.flatMap { $0.below + [$0.name] }
            room.below = Array(Set(room.below)).sorted()
            standing.append(room)
        }
    }
}

extension Target {
    /// Stories happen in the town; they use the room that they are about and those that it stands on.
    static func stories(of room: String, with uses: [Dependency]) -> Target {
        .testTarget(
            name: "\(room)Stories", dependencies: ["Town", "Mutations", "Site", "Operation"] + uses + ground + [hummingbird, http, log, locks],
            path: "Tests/Rooms/\(room)", swiftSettings: house)
    }
}
