package import Centres
package import Kernel
import Languages
import Storage

/// Registers as rows: numbers, entries, chains.
package enum RegisterStore {
    // MARK: Reads

    /// All registers of a centre, the newest year first.
    package static func registers(of centre: Centre.ID, in act: Act) throws -> [Register] {
        try act.db.rows("SELECT * FROM register WHERE centre = \(centre) ORDER BY earlier, year DESC, kind").map(Register.init(row:))
    }

    /// - Throws: `Problem.missing` for those who do not work at its centre.
    package static func register(_ id: Register.ID, in act: Act) throws -> Register {
        let register = try act.db.row("SELECT * FROM register WHERE id = \(id)").map(Register.init(row:))
        guard let register, act.by.coordinates(register.centre) else { throw Problem.missing }
        return register
    }

    /// - Parameter areEarlier: those from before this system, or those that are kept here.
    package static func year(_ year: Int, areEarlier: Bool = false, in act: Act) throws -> [Register] {
        try act.db.rows("SELECT * FROM register WHERE year = \(year) AND earlier = \(areEarlier) ORDER BY centre, kind").map(Register.init(row:))
    }

    static func entries(of register: Register.ID, in act: Act) throws -> [RegisterEntry] {
        try act.db.rows("SELECT * FROM register_entry WHERE register = \(register) ORDER BY entry").map(RegisterEntry.init(row:))
    }

    /// Looks every register over, without changing anything.
    package static func chains(in act: Act) throws -> [RegisterChain] {
        let names = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0.name) })
        let pictures = try LogoStore.sound(in: act)
        return try act.db.rows("SELECT * FROM register ORDER BY earlier, centre, year, kind").map(Register.init(row:)).map { register in
            let book = register.isEarlier ? "earlier \(register.kind.rawValue)" : register.kind.rawValue
            return try chain(of: register, named: "\(names[register.centre] ?? "") \(book) \(register.year)", pictures: pictures, in: act)
        }
    }

    private static func chain(of register: Register, named name: String, pictures: Set<String>, in act: Act) throws -> RegisterChain {
        let certificates = try act.db.rows("""
            SELECT c.*, k.public FROM certificate c LEFT JOIN signing_key k ON k.id = c.key WHERE c.register = \(register.id) ORDER BY c.id
            """).map(CertificateStanding.init(row:))
        return RegisterChain(name, of: register, entries: try entries(of: register.id, in: act), certificates: certificates, pictures: pictures)
    }

    // MARK: Verbs

    /// The register of a kind and year, held until the act ends, so that nobody else gives a number from it. It is opened when it is first needed.
    static func hold(_ kind: CertificateKind, year: Int, of centre: Centre, in act: Act) throws -> Register {
        let last: String? = try act.db.value("""
            SELECT format FROM register WHERE centre = \(centre.id) AND kind = \(kind) AND year < \(year) AND NOT earlier ORDER BY year DESC LIMIT 1
            """)
        let format = last.map(NumberFormat.init(text:)) ?? NumberFormat.usual(kind, act.words.texts(centre.language, in: centre.zone))
        try act.db.run("""
            INSERT INTO register (centre, kind, year, format, head) VALUES (\(centre.id), \(kind), \(year), \(format.text), \(RegisterEntry.origin))
            ON CONFLICT (centre, kind, year, earlier) DO NOTHING
            """)
        let id: Register.ID? = try act.db.value("SELECT id FROM register WHERE centre = \(centre.id) AND kind = \(kind) AND year = \(year) AND NOT earlier")
        guard let id else { throw Problem.missing }
        return try hold(id, in: act)
    }

    /// The book of a year before this system, opened when the first of its certificates is typed over.
    static func earlier(_ kind: CertificateKind, year: Int, of centre: Centre, in act: Act) throws -> Register.ID {
        try act.db.run("""
            INSERT INTO register (centre, kind, year, format, head, earlier) VALUES (\(centre.id), \(kind), \(year), '', \(RegisterEntry.origin), \(true))
            ON CONFLICT (centre, kind, year, earlier) DO NOTHING
            """)
        let id: Register.ID? = try act.db.value("SELECT id FROM register WHERE centre = \(centre.id) AND kind = \(kind) AND year = \(year) AND earlier")
        guard let id else { throw Problem.missing }
        return id
    }

    static func hold(_ id: Register.ID, in act: Act) throws -> Register {
        try act.db.hold("register", id.value)
        guard let row = try act.db.row("SELECT * FROM register WHERE id = \(id)") else { throw Problem.missing }
        return try Register(row: row)
    }

    /// The next number of a register that is held.
    /// - Throws: a conflict when the clock shows a day before that of a number already given, in a document that counts: it was set back, or was ahead then.
    ///   The way out of a clock that was ahead is to declare void what bears a day that had not come.
    static func next(_ register: inout Register, on day: Day, in act: Act) throws -> Int {
        let latest: Day? = try act.db.value("SELECT max(last_day) AS day FROM register WHERE centre = \(register.centre) AND kind = \(register.kind)")
        if let latest, day < latest, let last = try lastDay(of: register, in: act), day < last {
            throw Problem.conflict(T.certificates.clockBack(today: .day(day), last: .day(last)))
        }
        register.lastNumber += 1
        register.lastDay = day
        return register.lastNumber
    }

    /// The latest day of issue on a document of that centre and kind that counts.
    private static func lastDay(of register: Register, in act: Act) throws -> Day? {
        try act.db.value("""
            SELECT max(day) AS day FROM certificate WHERE centre = \(register.centre) AND kind = \(register.kind) AND state = \(CertificateState.valid)
            """)
    }

    /// What an entry is about.
    struct Matter {
        let certificate: Certificate.ID
        let label: String
        let code: CertificateCode
        let facts: String?
        /// What stays of it, when its data are erased.
        var rest: (state: CertificateState, day: Day?)?
    }

    /// Adds an entry to the chain of a register that is held.
    static func add(_ deed: RegisterDeed, _ matter: Matter, because reason: String? = nil, to register: inout Register, in act: Act) throws {
        let content = RegisterEntry.Content(
            register: register.key, entry: register.lastEntry + 1, deed: deed, at: act.now.iso, number: matter.label, code: matter.code.text,
            facts: matter.facts.map { Hex.text(Canonical.digest($0)) }, reason: reason, state: matter.rest?.state, day: matter.rest?.day?.iso)
        let entry = try RegisterEntry(content, certificate: matter.certificate, after: register.head)
        try act.db.run("""
            INSERT INTO register_entry (register, entry, certificate, deed, at, salt, content, digest, link)
            VALUES (\(register.id), \(entry.entry), \(matter.certificate), \(deed), \(act.now), \(entry.salt), \(entry.content), \(entry.digest), \(entry.link))
            """)
        register.lastEntry = entry.entry
        register.head = entry.link
        try act.db.run("""
            UPDATE register SET last_number = \(register.lastNumber), last_entry = \(register.lastEntry), last_day = \(register.lastDay), head = \(register.head)
            WHERE id = \(register.id)
            """)
    }

    /// How numbers of a kind are printed from now on; from next year when this year's register has begun.
    /// - Returns: the year from which it counts.
    package static func format(_ kind: CertificateKind, as format: NumberFormat, of centre: Centre.ID, in act: Act) throws -> Int {
        let centre = try CentreStore.centre(centre, in: act)
        let year = centre.zone.day(of: act.now).year
        var register = try hold(kind, year: year, of: centre, in: act)
        if register.lastNumber > 0 { register = try hold(kind, year: year + 1, of: centre, in: act) }
        try act.db.run("UPDATE register SET format = \(format.text) WHERE id = \(register.id)")
        let change = Change("format", from: register.format.text, to: format.text)
        try act.record(T.certificates.formatChanged, .centre(centre.id), centre: centre.id, changes: [change], retention: .register)
        return register.year
    }
}
