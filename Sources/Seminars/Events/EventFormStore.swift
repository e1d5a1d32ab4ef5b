import Catalogue
package import Centres
package import Kernel
import Languages
import Storage

/// Forms of an event as rows.
package enum EventFormStore {
    /// All there are, by their numbers; a few dozen at most, which nearly every page reads.
    package static func all(in act: Act) throws -> [EventForm.ID: EventForm] {
        try act.kept("event forms") {
            try act.db.rows("SELECT * FROM event_form").map(EventForm.init(row:)).reduce(into: [:]) { $0[$1.id] = $1 }
        }
    }

    /// Those that a centre can choose from, in their order, its own last.
    /// - Parameter all: those too of which nothing new is made.
    package static func forms(of centre: Centre.ID, all: Bool = false, in act: Act) throws -> [EventForm] {
        let rows = try act.db.rows("""
            SELECT * FROM event_form WHERE centre IS NULL OR centre = \(centre) ORDER BY CASE WHEN centre IS NULL THEN 0 ELSE 1 END, place, id
            """)
        let forms = try rows.map(EventForm.init(row:))
        return all ? forms : forms.filter { !$0.isClosed }
    }

    /// A form of which a centre can make an event.
    /// - Throws: `Problem.missing` for another centre's, or where there is none.
    package static func form(_ id: EventForm.ID, at centre: Centre.ID, in act: Act) throws -> EventForm {
        guard let form = try all(in: act)[id], form.centre == nil || form.centre == centre else { throw Problem.missing }
        return form
    }

    /// A centre's own form, for its director; for everybody else it is not there, and neither are those of every centre.
    package static func changeable(_ id: EventForm.ID, in act: Act) throws -> (form: EventForm, centre: Centre.ID) {
        guard let form = try all(in: act)[id], let centre = form.centre, act.by.holds(.director, at: centre) else { throw Problem.missing }
        return (form, centre)
    }

    @discardableResult
    package static func add(_ details: EventFormDetails, to centre: Centre.ID, in act: Act) throws -> EventForm.ID {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try check(details, of: centre, except: nil, in: act)
        let id = EventForm.ID(try act.db.insert("""
            INSERT INTO event_form (centre, name, name_lt, name_en, applying, lead, paper, lead_paper, traits, asked_days, approved_months, basis, place)
            VALUES (\(centre), \(details.name), \(details.nameInLithuanian), \(details.nameInEnglish), \(details.applying), \(details.lead), \(details.paper),
                    \(details.leadPaper), \(details.traitsText), \(details.askedDays), \(details.approvedMonths), \(details.basis), 1000) RETURNING id
            """))
        try act.record(T.events.formAdded, .eventForm(id), under: .centre(centre), centre: centre, changes: changes(from: nil, to: details))
        try act.touchPublicPages()
        return id
    }

    /// - Throws: a conflict when it would no longer hold what its events have.
    package static func edit(_ id: EventForm.ID, to details: EventFormDetails, in act: Act) throws {
        let (form, centre) = try changeable(id, in: act)
        try check(details, of: centre, except: id, in: act)
        // How one comes to a seat is not changed under the feet of those who have come to one.
        if details.applying != form.applying, try act.db.exists("SELECT 1 AS stands FROM event WHERE form = \(id) LIMIT 1") {
            throw Problem.invalid("applying", T.events.formApplyingStays)
        }
        try act.db.run("""
            UPDATE event_form SET name = \(details.name), name_lt = \(details.nameInLithuanian), name_en = \(details.nameInEnglish), applying = \(details.applying),
                lead = \(details.lead), paper = \(details.paper), lead_paper = \(details.leadPaper), traits = \(details.traitsText),
                asked_days = \(details.askedDays), approved_months = \(details.approvedMonths), basis = \(details.basis)
            WHERE id = \(id)
            """)
        try act.record(T.events.formChanged, .eventForm(id), under: .centre(centre), centre: centre, changes: changes(from: form.details, to: details))
        try act.touchPublicPages()
        try EventStore.index("WHERE e.form = \(id)", in: act)
    }

    /// No new events of it, or new ones again; those that there are stay what they are.
    package static func setClosed(_ isClosed: Bool, _ id: EventForm.ID, in act: Act) throws {
        let (form, centre) = try changeable(id, in: act)
        guard form.isClosed != isClosed else { return }
        try act.db.run("UPDATE event_form SET closed = \(isClosed) WHERE id = \(id)")
        try act.record(isClosed ? T.events.formClosed : T.events.formReopened, .eventForm(id), under: .centre(centre), centre: centre)
        try act.touchPublicPages()
    }

    /// Two forms of one name cannot be told apart.
    private static func check(_ details: EventFormDetails, of centre: Centre.ID, except id: EventForm.ID?, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        var faults = Faults()
        details.check(&faults)
        let others = try forms(of: centre, all: true, in: act).filter { $0.id != id }.map(\.details)
        let names: [(field: String, of: (EventFormDetails) -> String)] = [("name", { $0.name }), ("name_lt", { $0.nameInLithuanian }), ("name_en", { $0.nameInEnglish })]
        for name in names {
            let own = name.of(details)
            faults.require(own.isEmpty || !others.contains { name.of($0).lowercased() == own.lowercased() }, name.field, T.events.formNameTaken)
        }
        try faults.check()
    }

    private static func changes(from before: EventFormDetails?, to after: EventFormDetails) -> [Change] {
        [
            Change("name", from: before?.anyName ?? "", to: after.anyName), Change("applying", from: before?.applying.rawValue ?? "", to: after.applying.rawValue),
            Change("lead", from: before?.lead.rawValue ?? "", to: after.lead.rawValue), Change("paper", from: before?.paper.rawValue ?? "", to: after.paper.rawValue),
            Change("leadPaper", from: before?.leadPaper.rawValue ?? "", to: after.leadPaper.rawValue),
            Change("traits", from: before?.traitsText ?? "", to: after.traitsText),
            Change("askedDays", from: before.map { "\($0.askedDays)" } ?? "", to: "\(after.askedDays)"),
            Change("approvedMonths", from: before.map { "\($0.approvedMonths)" } ?? "", to: "\(after.approvedMonths)"),
        ]
    }
}

extension EventFormDetails {
    fileprivate var traitsText: String { EventTrait.allCases.filter(traits.contains).map(\.rawValue).joined(separator: " ") }
    fileprivate var anyName: String { [name, nameInLithuanian, nameInEnglish].first { !$0.isEmpty } ?? "" }
}

extension EventForm {
    fileprivate init(row: Row) throws {
        let traits: String = try row["traits"]
        self.init(id: try row["id"], centre: try row["centre"], isClosed: try row["closed"], details: EventFormDetails(
            name: try row["name"], nameInLithuanian: try row["name_lt"], nameInEnglish: try row["name_en"], applying: try row["applying"], lead: try row["lead"],
            paper: try row["paper"], leadPaper: try row["lead_paper"], traits: Set(traits.split(separator: " ").compactMap { EventTrait(rawValue: String($0)) }),
            askedDays: try row["asked_days"], approvedMonths: try row["approved_months"], basis: try row["basis"]))
    }
}

extension Subject {
    static func eventForm(_ id: EventForm.ID) -> Subject { .other("event_form", id.value) }
}
