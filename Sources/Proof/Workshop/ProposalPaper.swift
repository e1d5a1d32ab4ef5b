import Accounts
import Catalogue
import Centres
import Documents
import Files
import FollowUp
import Kernel
import Languages
import Questionnaires

/// The dossier in the order of its call, to be signed and sent.
struct ProposalPaper {
    let dossier: ProposalDossier
    let centre: Centre
    let logo: CentreLogo?
    let t: Texts

    func paper(at now: Instant) -> Paper {
        let proposal = dossier.proposal, facts = proposal.facts, title = shown(facts.title)
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: dossier.call.map { said($0.title) }, head: title,
            page: t(T.workshop.paperPage(page: "{page}", pages: "{pages}")), centre: .init(centre, logo, t))
        paper.marks = [.init(t(T.workshop.madeOn), t.instant(now))]
        if !proposal.filing.number.isEmpty { paper.marks.append(.init(t(T.workshop.filedNumber), proposal.filing.number)) }
        paper.facts = [
            .init(t(T.workshop.kind), t(proposal.kind.name)),
            .init(t(T.catalogue.hours), facts.hours.map { t.number($0) } ?? "–"), .init(t(T.catalogue.days), facts.days.map { t.number($0) } ?? "–"),
            .init(t(T.catalogue.form), t(facts.form.said)), .init(t(T.workshop.group), "\(t.number(facts.seatsMin))–\(t.number(facts.seatsMax))"),
        ]
        if let starts = facts.starts {
            paper.facts.append(.init(t(T.workshop.starts), [t.day(starts), shown(facts.place)].filter { !$0.isEmpty }.joined(separator: ", ")))
        }
        paper.sections = (dossier.call?.fields ?? []).map(section) + [people] + evidence + enclosures
        paper.signatories = dossier.authors.filter(\.isAuthor).map { .init(name: $0.name, role: t(T.workshop.author)) }
            + [.init(name: "", role: t(T.workshop.responsible))]
        paper.notes = dossier.evidence.isEmpty ? [] : [t(T.workshop.paperNote)]
        return paper
    }

    private func shown(_ text: String) -> String { t.shown(text) }
    private func said(_ words: CallWords) -> String { t.shown(words.said(in: t.language).text) }

    private func section(_ part: CallPart) -> Paper.Section {
        let text = dossier.text(part.code), title = said(part.words)
        let lines = part.code == ContentField.topics ? ContentLine.read(text) : []
        if !lines.isEmpty {
            let columns: [Paper.Column] = [
                .init(t(T.workshop.topic), share: 4), .init(t(T.catalogue.hours), mm: 20, align: .right), .init(t(T.catalogue.outcomes), mm: 30, align: .center),
            ]
            let rows: [[Paper.Cell]] = lines.map { line in
                [.init(shown(line.title)), .init(line.hours.map { t.number($0) } ?? ""), .init(line.outcomes.sorted().map { "\($0)" }.joined(separator: ", "))]
            }
            let sum = lines.reduce(0) { $0 + ($1.hours ?? 0) }
            return Paper.Section(title: title, table: Paper.Table(columns: columns, rows: rows + [[.init(t(T.workshop.sum)), .init(t.number(sum)), ""]], boxes: true))
        }
        if part.code == ContentField.outcomes {
            return Paper.Section(title: title, text: ContentLine.list(text).enumerated().map { "\($0 + 1). \(shown($1))" })
        }
        let paragraphs = text.split(whereSeparator: \.isNewline).map { shown(String($0)) }
        return Paper.Section(title: title, text: paragraphs.isEmpty ? ["–"] : paragraphs)
    }

    private var people: Paper.Section {
        let texts = dossier.authors.filter { $0.declined == nil }.flatMap { author in
            let parts = [author.isAuthor ? t(T.workshop.author) : nil, author.isRealiser ? t(T.workshop.realiser) : nil].compactMap(\.self).joined(separator: ", ")
            let agreed = author.agreed.map { t(T.workshop.agreedOn(day: .day(centre.zone.day(of: $0), .numeric))) } ?? t(T.workshop.notAgreed)
            let head = [author.name, shown(author.occupation), parts, agreed].filter { !$0.isEmpty }.joined(separator: ", ")
            return [head] + author.biography.split(whereSeparator: \.isNewline).map { shown(String($0)) }
        }
        return Paper.Section(title: t(T.workshop.authors), text: texts)
    }

    private var evidence: [Paper.Section] {
        guard !dossier.evidence.isEmpty else { return [] }
        let columns: [Paper.Column] = [
            .init(t(T.workshop.pilot), share: 4), .init(t(T.workshop.mean), mm: 26, align: .right), .init(t(T.workshop.answers), mm: 26, align: .right),
            .init(t(T.workshop.use), share: 2), .init(t(T.workshop.frozenOn), mm: 26),
        ]
        let rows: [[Paper.Cell]] = dossier.evidence.map { one in
            [
                .init(shown(one.title), language: one.language.rawValue), .init(t.mean(one.mean)), .init(one.answers > 0 ? t.number(one.answers) : "–"),
                .init(one.index.share.map { t($0.said) } ?? "–"), .init(t.day(one.frozen, .numeric)),
            ]
        }
        return [Paper.Section(title: t(T.workshop.evidence), table: Paper.Table(columns: columns, rows: rows))]
    }

    private var enclosures: [Paper.Section] {
        let parts = dossier.call?.enclosures ?? []
        guard !parts.isEmpty else { return [] }
        let rows: [[Paper.Cell]] = parts.map { part in
            let files = dossier.enclosures.filter { $0.code == part.code }.map(\.file.name).joined(separator: ", ")
            return [.init(said(part.words)), .init(files.isEmpty ? "–" : files)]
        }
        return [Paper.Section(
            title: t(T.workshop.enclosures),
            table: Paper.Table(columns: [.init(t(T.workshop.enclosure), share: 3), .init(t(T.common.file), share: 3)], rows: rows))]
    }
}

extension Programme.Form {
    var said: Phrase {
        switch self {
        case .direct: T.catalogue.direct
        case .online: T.catalogue.online
        case .mixed: T.catalogue.mixed
        }
    }
}
