import Accounts
import Catalogue
import Centres
import Kernel
import Languages
import Questionnaires
import Storage

/// What pages ask for in one look.
enum WorkshopDeskStore {
    static func sheet(_ id: Proposal.ID, in act: Act) throws -> ProposalSheet {
        let dossier = try ProposalStore.dossier(id, in: act), proposal = dossier.proposal, zone = try CentreStore.centre(proposal.centre, in: act).zone
        let entries = try JournalEntry.about(.proposal(id), limit: 60, in: act)
        let people = entries.compactMap(\.person) + dossier.comments.compactMap(\.writtenBy) + dossier.texts.values.compactMap(\.writtenBy)
        let names = try PersonStore.names(of: Set(people), in: act)
        return ProposalSheet(
            dossier: dossier, deadline: dossier.call?.deadline(starts: proposal.facts.starts),
            refusal: dossier.call?.refusal(at: act.now, starts: proposal.facts.starts, in: zone),
            offered: proposal.state.isOpen ? try PilotEvidenceStore.offered(for: id, in: act) : [],
            history: entries.map { ($0, $0.person.flatMap { names[$0] } ?? "") },
            predecessor: try proposal.predecessor.map { try title(ProgrammeStore.programme($0, in: act)) },
            names: names, isStaff: act.by.coordinates(proposal.centre), isAuthor: dossier.authors.contains { $0.person == act.by.person })
    }

    static func title(_ programme: Programme) -> ProgrammeTitle {
        ProgrammeTitle(id: programme.id, number: programme.number, title: programme.title, language: programme.language, cycle: programme.cycle.title)
    }

    /// - Throws: `Problem.missing` for a field that the call does not ask for and in which nothing stands.
    static func field(_ code: String, of id: Proposal.ID, in act: Act) throws -> FieldSheet {
        let proposal = try ProposalStore.proposal(id, in: act), call = try proposal.call.flatMap { try CallStore.details(of: $0, in: act) }
        let versions = try ProposalTextStore.versions(of: code, of: id, in: act), part = call?.field(code)
        guard part != nil || !versions.isEmpty || code == ProposalIdea.field else { throw Problem.missing }
        let comments = try ProposalTextStore.comments(of: id, in: act).filter { $0.field == code }
        let people = versions.compactMap(\.writtenBy) + comments.compactMap(\.writtenBy)
        return FieldSheet(
            proposal: proposal, code: code, part: part, versions: versions, comments: comments, names: try PersonStore.names(of: Set(people), in: act))
    }

    static func board(of centre: Centre.ID, state: ProposalState?, _ language: Language, in act: Act) throws -> ProposalBoard {
        let all = try ProposalStore.proposals(at: centre, in: act), shown = all.filter { state == nil ? $0.state != .withdrawn : $0.state == state }
        let authors = try ProposalAuthorStore.authors(of: shown.map(\.id), in: act)
        let lines = try shown.map { proposal in
            let isBefore = proposal.state.isBefore
            return ProposalBoard.Line(
                proposal: proposal, authors: authors[proposal.id] ?? [], deadline: isBefore ? try WorkshopKeepingStore.deadline(of: proposal, in: act) : nil,
                readiness: isBefore ? try ProposalStore.dossier(of: proposal, in: act).readiness : nil)
        }
        let centre = try CentreStore.centre(centre, in: act), day = centre.zone.day(of: act.now)
        return ProposalBoard(
            lines: lines, state: state, counts: Dictionary(grouping: all, by: \.state).mapValues(\.count),
            places: try places(ProposalAuthorStore.municipalities(at: centre.id, on: day, in: act), language, in: act), renewable: try renewable(at: centre, in: act))
    }

    /// Those of which five or more come, by name; all others in one line, whose number is told only where five or more stand behind it.
    private static func places(_ counts: [Municipality.ID: Int], _ language: Language, in act: Act) throws -> [(name: String, count: Int?)] {
        let shown = SmallGroups.shown(counts)
        var places = try counts.filter { shown.contains($0.key) }.map { id, count in
            (name: try MunicipalityStore.municipality(id, in: act).name(in: language), count: Optional(count))
        }.sorted { ($1.count ?? 0, $0.name) < ($0.count ?? 0, $1.name) }
        let rest = counts.filter { !shown.contains($0.key) }.values.reduce(0, +)
        if rest > 0 { places.append((name: "", count: rest >= AnswerBatch.least ? rest : nil)) }
        return places
    }

    /// The centre's own programmes that can be proposed anew and are not yet.
    private static func renewable(at centre: Centre, in act: Act) throws -> [ProgrammeTitle] {
        let names = Set(Language.allCases.map { CycleCode.key(centre.name(in: $0)) })
        let ids: [Programme.ID] = try act.db.rows("""
            SELECT p.id, p.institution FROM programme p WHERE p.withdrawn IS NULL AND p.institution <> ''
                AND NOT EXISTS (SELECT 1 FROM programme n WHERE n.predecessor = p.id)
                AND NOT EXISTS (SELECT 1 FROM proposal q WHERE q.predecessor = p.id AND q.centre = \(centre.id) AND q.state <> 'withdrawn')
            ORDER BY p.key_azbuka, p.id
            """).compactMap { names.contains(CycleCode.key(try $0["institution"])) ? try $0["id"] : nil }
        return try ids.map { title(try ProgrammeStore.programme($0, in: act)) }
    }
}
