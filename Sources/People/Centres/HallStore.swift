package import Kernel
import Languages
import Storage

/// Halls as rows. A hall belongs to one centre and is changed by that centre's people.
package enum HallStore {
    /// - Parameter all: those that are closed too.
    package static func halls(of centre: Centre.ID, all: Bool = false, in act: Act) throws -> [Hall] {
        let halls = try act.db.rows("SELECT * FROM hall WHERE centre = \(centre) ORDER BY closed, id").map(Hall.init(row:))
        return all ? halls : halls.filter { !$0.isClosed }
    }

    /// A hall that the actor may change; for everybody else it is not there.
    package static func changeable(_ id: Hall.ID, in act: Act) throws -> Hall {
        guard let hall = try act.db.row("SELECT * FROM hall WHERE id = \(id)").map(Hall.init(row:)), act.by.coordinates(hall.centre) else { throw Problem.missing }
        return hall
    }

    @discardableResult
    package static func add(_ details: HallDetails, to centre: Centre.ID, in act: Act) throws -> Hall.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try requireNew(details.name, of: centre, except: nil, in: act)
        let id = Hall.ID(try act.db.insert("""
            INSERT INTO hall (centre, name, seats, address, setup, clearing)
            VALUES (\(centre), \(details.name), \(details.seats), \(details.address), \(details.setup), \(details.clearing)) RETURNING id
            """))
        try act.record(T.centres.hallAdded, .other("hall", id.value), under: .centre(centre), centre: centre, changes: changes(from: nil, to: details))
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: Hall.ID, to details: HallDetails, in act: Act) throws {
        let hall = try changeable(id, in: act)
        try requireNew(details.name, of: hall.centre, except: id, in: act)
        try act.db.run("""
            UPDATE hall SET name = \(details.name), seats = \(details.seats), address = \(details.address), setup = \(details.setup), clearing = \(details.clearing)
            WHERE id = \(id)
            """)
        let changes = changes(from: hall.details, to: details)
        try act.record(T.centres.hallChanged, .other("hall", id.value), under: .centre(hall.centre), centre: hall.centre, changes: changes)
        try act.state(Reworded(.other("hall", id.value)))
        try act.touchPublicPages()
    }

    package static func setClosed(_ isClosed: Bool, _ id: Hall.ID, in act: Act) throws {
        let hall = try changeable(id, in: act)
        guard hall.isClosed != isClosed else { return }
        try act.db.hold("hall", id.value)
        if isClosed { try act.state(HallClosing(hall: hall)) }
        try act.db.run("UPDATE hall SET closed = \(isClosed) WHERE id = \(id)")
        try act.record(isClosed ? T.centres.hallClosed : T.centres.hallReopened, .other("hall", id.value), under: .centre(hall.centre), centre: hall.centre)
        try act.touchPublicPages()
    }

    /// Two halls of one name cannot be told apart on a plan.
    private static func requireNew(_ name: String, of centre: Centre.ID, except id: Hall.ID?, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        let same = try halls(of: centre, all: true, in: act).contains { $0.id != id && $0.name == name }
        if same { throw Problem.invalid("name", T.centres.hallNameTaken) }
    }

    private static func changes(from before: HallDetails?, to after: HallDetails) -> [Change] {
        [
            Change("name", from: before?.name ?? "", to: after.name),
            Change("seats", from: before?.seats.map(String.init) ?? "", to: after.seats.map(String.init) ?? ""),
            Change("address", from: before?.address ?? "", to: after.address),
            Change("setup", from: before.map { "\($0.setup)" } ?? "", to: "\(after.setup)"),
            Change("clearing", from: before.map { "\($0.clearing)" } ?? "", to: "\(after.clearing)"),
        ]
    }
}
