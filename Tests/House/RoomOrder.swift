/// The rooms as `Package.swift` lists them, from the bottom up. A new room is a line there, and none in these tests.
struct RoomOrder: Sendable {
    struct Room: Sendable {
        let name: String
        let floor: String
        /// All that it stands on.
        let below: Set<String>
    }

    let rooms: [Room]

    /// Every target of the package, C libraries among them.
    let targets: Set<String>

    init(package: SourceTree.File) {
        let lines = package.code.map(\.text)
        rooms = lines.reduce(into: []) { rooms, line in
            guard let found = line.firstMatch(of: /^\s*Room\("(\w+)", floor: "(\w+)"(?:, on: ("\w+"(?:, "\w+")*))?/) else { return }
            let named = (found.3 ?? "").matches(of: /\w+/).map { String($0.0) }
            let below = rooms.filter { named.contains($0.name) }.reduce(into: Set(named)) { $0.formUnion($1.below) }
            rooms.append(Room(name: String(found.1), floor: String(found.2), below: below))
        }
        let others = lines.compactMap { $0.firstMatch(of: /\.(?:target|executableTarget|systemLibrary)\(name: "(\w+)"/).map { String($0.1) } }
        targets = Set(others).union(rooms.map(\.name))
    }

    static let ours = RoomOrder(package: SourceTree.package)

    var floors: Set<String> { Set(rooms.map(\.floor)) }

    /// The target that a file belongs to: `Accounts` of `Sources/People/Accounts/Person.swift`, `Web` of `Sources/Web/Gate.swift`.
    func target(of file: SourceTree.File) -> String? {
        let folders = file.folders.dropFirst()
        return folders.first.flatMap { floors.contains($0) ? folders.dropFirst().first : $0 }
    }

    /// Whether a file belongs to a room.
    func hasRoom(of file: SourceTree.File) -> Bool {
        rooms.contains { file.path.hasPrefix("Sources/\($0.floor)/\($0.name)/") }
    }
}
