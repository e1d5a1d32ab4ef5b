import Accounts
import Centres
import Contests
import Documents
import Files
import Forms
import Kernel
import Languages
import Web

/// What is printed of a contest: minutes, diplomas, thanks, the catalogue, labels for the wall.
enum JuryPrintPages {
    static func minutes(_ visit: Visit, _ board: JuryBoard) async throws -> Answer {
        let (office, logo) = try await office(visit), t = visit.t.speaking(board.jury.contest.language)
        let paper = JuryPaper(t: t, office: office, logo: logo).minutes(board, at: visit.now)
        return try await visit.printed(paper, with: "report", pictures: logo?.pictures ?? [:], name: "\(t(T.juries.minutes)).pdf")
    }

    private static func office(_ visit: Visit) async throws -> (Centre, CentreLogo?) {
        let centre = visit.centre.id
        return try await visit.read { (try CentreStore.centre(centre, in: $0), try LogoStore.logo(of: centre, in: $0)) }
    }

    // MARK: Diplomas and thanks

    @Sendable static func diplomas(_ visit: Visit) async throws -> Answer { try await diplomas(visit, isOwn: false) }
    @Sendable static func ownDiplomas(_ visit: Visit) async throws -> Answer { try await diplomas(visit, isOwn: true) }
    @Sendable static func thanks(_ visit: Visit) async throws -> Answer { try await thanks(visit, isOwn: false) }
    @Sendable static func ownThanks(_ visit: Visit) async throws -> Answer { try await thanks(visit, isOwn: true) }

    private static func diplomas(_ visit: Visit, isOwn: Bool) async throws -> Answer {
        let (office, logo) = try await office(visit), (contest, works) = try await works(visit, isOwn: isOwn)
        let paper = DiplomaPaper.diplomas(
            works.compactMap { work, prize in prize.map { (work, $0) } }, in: contest, office, logo, visit.t.speaking(contest.language))
        return try await set(visit, paper, logo, T.juries.printDiplomas)
    }

    private static func thanks(_ visit: Visit, isOwn: Bool) async throws -> Answer {
        let (office, logo) = try await office(visit), (contest, works) = try await works(visit, isOwn: isOwn)
        return try await set(visit, DiplomaPaper.thanks(works.map(\.work), in: contest, office, logo, visit.t.speaking(contest.language)), logo, T.juries.printThanks)
    }

    private static func set(_ visit: Visit, _ paper: DiplomaPaper, _ logo: CentreLogo?, _ name: Phrase) async throws -> Answer {
        guard !paper.documents.isEmpty else { throw Problem.missing }
        let bytes = try await visit.set(Typesetting(template: "certificate", paper, stamp: visit.now.seconds, pictures: logo?.pictures ?? [:]))
        return .file(bytes: bytes, type: "application/pdf", name: "\(visit.t(name)).pdf")
    }

    /// The works of a contest for the office, when the jury has decided; the own ones for a mentor, when everybody reads it.
    private static func works(_ visit: Visit, isOwn: Bool) async throws -> (Contest, [(work: ContestWork, prize: Prize?)]) {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return try await visit.read { act in
            if isOwn {
                let outcome = try JuryThanksStore.outcome(of: id, at: centre, in: act)
                return (outcome.contest, outcome.lines.map { ($0.work, $0.prize) })
            }
            let jury = try JuryStore.seen(id, at: centre, in: act), prizes = try JuryDecisionStore.prizes(of: id, in: act)
            guard jury.decided != nil else { throw Problem.missing }
            return (jury.contest, try ContestWorkStore.sent(of: id, in: act).map { ($0, prizes[$0.id]?.prize) })
        }
    }

    // MARK: The exhibition

    @Sendable static func catalogue(_ visit: Visit) async throws -> Answer { try await exhibition(visit, "catalogue", T.juries.printCatalogue, hasPictures: true) }
    @Sendable static func labels(_ visit: Visit) async throws -> Answer { try await exhibition(visit, "wall", T.juries.printLabels, hasPictures: false) }

    private static func exhibition(_ visit: Visit, _ template: String, _ name: Phrase, hasPictures: Bool) async throws -> Answer {
        let (id, centre, files): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.files)
        let (office, _) = try await office(visit)
        let (contest, works, address) = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            let contest = try ContestStore.contest(id, at: centre, in: act), prizes = try JuryDecisionStore.prizes(of: id, in: act)
            // Before the results are public a catalogue is made ready, without prizes.
            let isPublic = contest.state == .decided || contest.state == .closed
            let works = try ContestWorkStore.showable(of: id, in: act).filter(\.isShown).prefix(CataloguePaper.most)
            return (contest, works.map { GalleryWork(work: $0, prize: isPublic ? prizes[$0.id]?.prize : nil) }, act.address)
        }
        var pictures: [String: [UInt8]] = [:], drawn: Set<ContestWork.ID> = []
        for one in hasPictures ? works : [] {
            guard let file = one.work.files.first(where: { $0.kind == .picture }), let bytes = try? file.bytes(in: files, width: CataloguePaper.width) else { continue }
            pictures[one.work.code] = bytes
            drawn.insert(one.work.id)
        }
        let t = visit.t.speaking(contest.language), origin = "\(office.origin(default: address))/\(contest.language.rawValue)"
        let paper = CataloguePaper(contest, works, office, origin: origin, pictures: drawn, t)
        guard !paper.parts.isEmpty else { throw Problem.missing }
        let bytes = try await visit.set(Typesetting(template: template, paper, stamp: visit.now.seconds, pictures: pictures))
        return .file(bytes: bytes, type: "application/pdf", name: "\(t(name)).pdf")
    }
}
