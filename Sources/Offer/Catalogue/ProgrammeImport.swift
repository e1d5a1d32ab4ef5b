package import Imports
package import Kernel
package import Languages
import Storage

/// What names a programme: its number, within its cycle.
package struct ProgrammeKey: Hashable, Sendable {
    let cycle: Cycle.ID
    let number: String
}

/// Lists of programmes, as accreditors publish them. Entries of a cycle's lists must be known before: a code that nobody entered is refused.
package struct ProgrammeImport: Importable {
    package static let kind = ImportKind("programmes")
    package static var name: Phrase { T.catalogue.programmeImport }
    package static let columns = [
        ImportColumn("cycle", T.catalogue.cycle, "ciklus", "katalog", "ciklas", "katalogas", "laikotarpis", "catalogue"),
        ImportColumn("number", T.catalogue.number, isRequired: true, form: .number, "broj", "kataloški broj", "kat. broj", "šifra", "numeris", "programos kodas", "kodas", "no", "code"),
        ImportColumn("title", T.catalogue.title, isRequired: true, "naziv", "naziv programa", "program", "pavadinimas", "programa", "programos pavadinimas", "name"),
        ImportColumn("language", T.catalogue.language, "jezik", "jezik programa", "kalba"),
        ImportColumn(
            "hours", T.catalogue.hours, form: .number, "sati", "broj sati", "trajanje", "bodovi", "broj bodova", "valandos", "trukmė", "akademinės valandos", "duration", "points"),
        ImportColumn("days", T.catalogue.days, form: .number, "dani", "broj dana", "dienos", "dienų skaičius"),
        ImportColumn("competence", T.catalogue.competence, "kompetencija", "kompetencije", "k", "kompetencijos"),
        ImportColumn("priority", T.catalogue.priority, "prioritet", "prioritetna oblast", "p", "prioritetas", "prioritetinė sritis", "priority area"),
        ImportColumn("area", T.catalogue.area, "oblast", "tematska oblast", "sritis", "tema"),
        ImportColumn("targets", T.catalogue.targetGroups, "ciljne grupe", "tikslinės grupės", "target groups"),
        ImportColumn("target", T.catalogue.target, "ciljna grupa", "za koga", "tikslinė grupė", "dalyviai", "target group"),
        ImportColumn("authors", T.catalogue.authors, "autori", "autor", "autorius", "author"),
        ImportColumn("trainers", T.catalogue.trainers, "realizatori", "realizator", "lektoriai", "lektorius", "trainer"),
        ImportColumn("contact", T.catalogue.contact, "osoba za kontakt", "koordinator", "koordinator programa", "kontakt", "kontaktinis asmuo", "contact person"),
        ImportColumn("reach", T.catalogue.reach, "kontakt podaci", "telefon i e-pošta", "kontaktai"),
        ImportColumn("seats_min", T.catalogue.seatsMin, form: .number, "najmanje mesta", "minimum učesnika", "mažiausiai vietų"),
        ImportColumn("seats", T.catalogue.seatsMax, form: .number, "broj učesnika", "mesta", "broj mesta", "dalyvių skaičius", "vietos"),
        ImportColumn("institution", T.catalogue.institution, "ustanova", "podnosilac", "institucija", "teikėjas", "įstaiga", "provider"),
        ImportColumn("form", T.catalogue.form, "oblik", "način izvođenja", "način ostvarivanja", "forma", "būdas", "vykdymo būdas"),
        ImportColumn("phases", T.catalogue.phases, "faze", "faze realizacije", "etapai"),
        ImportColumn("price", T.catalogue.price, form: .number, "cena", "cena po učesniku", "kotizacija", "kaina", "fee"),
        ImportColumn("covers", T.catalogue.priceCovers, "cena obuhvata", "šta cena obuhvata", "į kainą įeina"),
        ImportColumn("goal", T.catalogue.goal, "cilj", "opšti cilj", "tikslas", "aim"),
        ImportColumn("specific_goals", T.catalogue.specificGoals, "specifični ciljevi", "posebni ciljevi", "uždaviniai", "objectives"),
        ImportColumn("outcomes", T.catalogue.outcomes, "ishodi", "rezultatai"),
        ImportColumn("topics", T.catalogue.topics, "teme", "sadržaj", "sadržaji", "temos", "turinys", "content"),
        ImportColumn("evaluation", T.catalogue.evaluation, "evaluacija", "vrednovanje", "vertinimas"),
        ImportColumn("follow_up", T.catalogue.followUp, "praćenje efekata", "praćenje primene", "poveikio stebėjimas"),
        ImportColumn("earlier", T.catalogue.earlierNumbers, "raniji brojevi", "prethodno odobrenje", "ankstesni numeriai"),
        ImportColumn("free", T.catalogue.freeOnes, "besplatno", "javni interes", "od javnog interesa", "nemokama", "public interest"),
    ]

    private let known: [ProgrammeKey: (id: Programme.ID, draft: ProgrammeDraft)]
    let cycles: [Cycle]
    let codes: [CycleCode]
    let words: ProgrammeWords
    let today: Day

    package static func admits(_ actor: Actor) -> Bool {
        actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) }
    }

    package static func lacks(in act: Act) throws -> Phrase? {
        try CycleStore.cycles(in: act).isEmpty ? T.catalogue.importNeedsCycle : nil
    }

    package init(in act: Act) throws {
        known = try ProgrammeStore.drafts(in: act)
        cycles = try CycleStore.cycles(in: act)
        codes = try CycleStore.codes(of: cycles.map(\.id), in: act)
        words = ProgrammeWords(in: act)
        today = Zone.utc.day(of: act.now)
    }

    package func key(of line: inout ImportLine) -> ProgrammeKey? {
        let number = Self.number(of: line)
        if number.isEmpty { line.refuse("number", T.common.errorMissing) }
        guard let cycle = cycle(of: &line), !number.isEmpty else { return nil }
        return ProgrammeKey(cycle: cycle.id, number: number)
    }

    package func standing(_ key: ProgrammeKey) -> (id: Programme.ID, entry: ProgrammeDraft)? {
        known[key].map { ($0.id, $0.draft) }
    }

    package func entry(of line: inout ImportLine, over current: ProgrammeDraft?) -> ProgrammeDraft? {
        var quiet = line
        guard let cycle = cycle(of: &quiet) else { return nil }
        let title = line["title"]
        var draft = current ?? ProgrammeDraft(
            cycle: cycle.id, number: Self.number(of: line), title: title, language: cycle.accreditor.language(of: title), hours: 0)
        if current == nil, title.isEmpty { line.refuse("title", T.common.errorMissing) }
        if current == nil, line["hours"].isEmpty { line.refuse("hours", T.common.errorMissing) }
        readTexts(&draft, &line)
        readNumbers(&draft, &line)
        readPrice(&draft, of: cycle, &line)
        readWords(&draft, &line)
        for list in CodeList.single { read(list, of: cycle, &draft, &line) }
        readTargets(&draft, of: cycle, &line)
        readEarlier(&draft, &line)
        return draft
    }

    package func title(of entry: ProgrammeDraft) -> String { "\(entry.number) \(entry.title)" }

    package func values(of entry: ProgrammeDraft) -> [(column: String, value: Value)] {
        func label(_ id: CycleCode.ID?) -> Value { .title(codes.first { $0.id == id }?.label ?? "") }
        return [
            ("title", .title(entry.title)), ("language", .phrase(ProgrammeWords.phrase(entry.language))), ("hours", .number(entry.hours)),
            ("days", entry.days.map { .number($0) } ?? ""), ("targets", .list(entry.targets.map { label($0) })), ("phases", .title(entry.phases)),
            ("seats_min", .number(entry.seatsMin)), ("price", .text(entry.price.map(ProgrammeDraft.written) ?? "")), ("covers", .title(entry.priceCovers)),
            ("specific_goals", .title(entry.specificGoals)), ("evaluation", .title(entry.evaluation)), ("follow_up", .title(entry.followUp)),
            ("earlier", .text(entry.earlier.map(\.written).joined(separator: "; "))), ("contact", .text(entry.contact)), ("reach", .text(entry.reach)),
            ("competence", label(entry.competence)), ("priority", label(entry.priority)), ("area", label(entry.area)),
            ("target", .title(entry.target)), ("authors", .text(entry.authors.joined(separator: "; "))),
            ("trainers", .text(entry.trainers.joined(separator: "; "))), ("seats", .number(entry.seatsMax)), ("institution", .title(entry.institution)),
            ("form", .phrase(ProgrammeWords.phrase(entry.form))), ("goal", .title(entry.goal)), ("outcomes", .title(entry.outcomes)),
            ("topics", .title(entry.topics)), ("free", .phrase(entry.isFree ? T.common.yes : T.common.no)),
        ]
    }

    package func add(_ entry: ProgrammeDraft, key: ProgrammeKey, in act: Act) throws -> Programme.ID { try ProgrammeStore.add(entry, in: act) }
    package func change(_ id: Programme.ID, to entry: ProgrammeDraft, in act: Act) throws { try ProgrammeStore.edit(id, entry, in: act) }
    package func remove(_ id: Programme.ID, in act: Act) throws { try ProgrammeStore.remove(id, in: act) }

    package func entry(_ id: Programme.ID, in act: Act) throws -> ProgrammeDraft? {
        do { return try ProgrammeStore.programme(id, in: act).draft } catch let problem as Problem where problem.kind == .missing { return nil }
    }
}
