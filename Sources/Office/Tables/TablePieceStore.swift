import Centres
import Kernel
import Languages
import Storage

/// Where the lines of a table come from, and what stands under each of its columns. Every piece of a statement stands here as it is; what people type only
/// ever becomes a value (decision 0112).
struct TablePieceStore {
    let kind: TableKind
    let centre: Centre
    let today: Day
    /// Those with whom the centre has to do, as a query of their ids.
    let ties: SQL
    let alphabet: Alphabet

    /// The number of a line.
    var id: SQL {
        switch kind {
        case .registrations: "r.id"
        case .events: "e.id"
        case .people: "p.id"
        case .certificates: "c.id"
        case .loans: "l.id"
        case .claims: "q.id"
        }
    }

    var source: SQL {
        switch kind {
        case .registrations: """
            registration r JOIN event e ON e.id = r.event LEFT JOIN person p ON p.id = r.person LEFT JOIN programme g ON g.id = e.programme
            \(Self.days) LEFT JOIN school s ON s.id = r.school LEFT JOIN municipality m ON m.id = s.municipality LEFT JOIN municipality v ON v.id = e.municipality
            """
        case .events: "event e LEFT JOIN programme g ON g.id = e.programme \(Self.days) LEFT JOIN municipality v ON v.id = e.municipality"
        case .people: """
            person p LEFT JOIN employment k ON k.id = (SELECT min(x.id) FROM employment x WHERE x.person = p.id AND x.until IS NULL)
            LEFT JOIN school s ON s.id = k.school LEFT JOIN municipality m ON m.id = s.municipality
            """
        case .certificates: """
            certificate c LEFT JOIN event e ON e.id = c.event LEFT JOIN programme g ON g.id = e.programme LEFT JOIN registration r ON r.id = c.registration
            \(Self.days) LEFT JOIN person p ON p.id = c.person LEFT JOIN school s ON s.id = r.school LEFT JOIN municipality m ON m.id = s.municipality
            """
        case .loans: """
            loan l JOIN copy y ON y.id = l.copy JOIN title i ON i.id = y.title LEFT JOIN borrower b ON b.id = l.borrower
            LEFT JOIN school s ON s.id = b.school LEFT JOIN municipality m ON m.id = s.municipality
            """
        case .claims: """
            claim q LEFT JOIN event e ON e.id = q.event \(Self.days) LEFT JOIN person p ON p.id = q.person LEFT JOIN school s ON s.id = q.school
            LEFT JOIN municipality m ON m.id = s.municipality
            """
        }
    }

    /// The first and the last day of each event, found once and not line by line. What no column asks for, both engines leave out.
    private static let days: SQL = """
        LEFT JOIN (SELECT x.event, min(x.day) AS first_day, max(x.day) AS last_day FROM event_session x GROUP BY x.event) d ON d.event = e.id
        """

    /// The centre's own lines, and none that do not count yet.
    var scope: SQL {
        switch kind {
        case .registrations: "e.centre = \(centre.id) AND r.state <> 'unconfirmed'"
        case .events: "e.centre = \(centre.id)"
        case .people: "p.erased IS NULL AND NOT p.newcomer AND p.id IN (\(ties))"
        case .certificates: "c.centre = \(centre.id)"
        case .loans: "l.centre = \(centre.id)"
        case .claims: "q.centre = \(centre.id)"
        }
    }

    /// In which order lines stand when nobody asks for another.
    var usualOrder: SQL {
        switch kind {
        case .registrations: "CASE WHEN e.starts IS NULL THEN 1 ELSE 0 END, e.starts DESC, r.id DESC"
        case .events: "CASE WHEN e.starts IS NULL THEN 1 ELSE 0 END, e.starts DESC, e.id DESC"
        case .people: "p.\(SortKeys.column(alphabet)), p.id"
        case .certificates: "c.id DESC"
        case .loans: "l.id DESC"
        case .claims: "q.id DESC"
        }
    }

    /// Whose a line is: different ones are counted. Somebody who is known by name alone is somebody else each time; all loans of which it is no longer known who
    /// had them may be one person’s.
    var who: SQL {
        switch kind {
        case .registrations: "CASE WHEN r.unnamed THEN NULL ELSE r.person END"
        case .certificates: "coalesce(c.person, -c.id)"
        case .claims: "coalesce(q.person, -q.id)"
        case .loans: "coalesce(l.borrower, 0)"
        case .people: "p.id"
        case .events: "e.id"
        }
    }

    /// How many people stand behind a line.
    var people: SQL { kind == .events ? most : "1" }

    // MARK: Columns

    /// What stands under a column; nil where there is no such column.
    func piece(_ key: String) -> SQL? {
        switch kind {
        case .registrations: registration(key) ?? ofEvent(key) ?? ofSchool(key)
        case .events: event(key) ?? ofEvent(key)
        case .people: person(key) ?? ofSchool(key)
        case .certificates: certificate(key) ?? ofEvent(key) ?? ofSchool(key)
        case .loans: loan(key) ?? ofSchool(key)
        case .claims: claim(key) ?? ofEvent(key) ?? ofSchool(key)
        }
    }

    /// By what a column is sorted.
    func order(_ column: TableColumn) -> SQL? {
        guard column.isSorted, let piece = piece(column.key) else { return nil }
        guard case .name(let noun) = column.form else { return piece }
        switch noun {
        case .event: return "e.starts"
        case .person: return "p.\(SortKeys.column(alphabet))"
        case .school: return "s.\(SortKeys.column(alphabet))"
        case .municipality: return column.key == "place" ? "v.\(SortKeys.column(alphabet))" : "m.\(SortKeys.column(alphabet))"
        case .form, .code: return nil
        }
    }

    /// Whether an amount of a line is in the centre's own currency; others are not added to it.
    var isOwnCurrency: SQL {
        switch kind {
        case .events: "e.currency = \(centre.currency)"
        case .claims: "q.currency = \(centre.currency)"
        case .registrations, .people, .certificates, .loans: "1 = 1"
        }
    }
}
