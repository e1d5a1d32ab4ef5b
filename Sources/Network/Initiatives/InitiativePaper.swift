import Centres
import Documents
import Kernel
import Languages
import Markdown

/// The text of an initiative on paper, for the template `report`: to whom it goes, why, its articles, and who stands where.
struct InitiativePaper {
    let t: Texts
    let sight: InitiativeSight
    let logo: CentreLogo?

    func paper(at now: Instant) -> Paper {
        let one = sight.initiative, details = one.details, title = t.shown(details.title)
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: t(T.initiatives.initiative), head: title,
            page: t(T.initiatives.paperPage(page: "{page}", pages: "{pages}")), centre: .init(sight.home, logo, t))
        if !one.number.isEmpty { paper.marks.append(.init(t(T.initiatives.number), one.number)) }
        paper.marks.append(one.adopted.map { .init(t(T.initiatives.adoptedOn), t.day($0)) } ?? .init(t(T.initiatives.paperStanding), t.instant(now)))
        paper.facts = [.init(t(T.initiatives.recipient), t.shown(details.recipient)), .init(t(T.initiatives.home), sight.home.name(in: t.language))]
        let reasons = details.reasons.isEmpty ? [] :
            [Paper.Section(title: t(T.initiatives.reasons), text: Self.lines(of: Markdown(t.shown(details.reasons)).blocks))]
        paper.sections = reasons + articles + [positions]
        if one.state.isPublic {
            paper.signatories = [.init(name: "", role: t(T.initiatives.signedFor))]
            paper.seal = t(T.initiatives.seal)
        } else { paper.notes = [t(T.initiatives.paperDraft)] }
        return paper
    }

    private var articles: [Paper.Section] {
        (sight.current?.articles ?? []).enumerated().map { place, article in
            Paper.Section(
                title: [t(T.initiatives.articleOf(number: .number(place + 1))), t.shown(article.heading)].filter { !$0.isEmpty }.joined(separator: " "),
                text: article.text.split(whereSeparator: \.isNewline).map { t.shown(String($0)) })
        }
    }

    /// Nobody speaks for a centre that was against: each stands there with its own word.
    private var positions: Paper.Section {
        let columns: [Paper.Column] = [
            .init(t(T.initiatives.party), share: 3, strong: true), .init(t(T.initiatives.position), mm: 34), .init(t(T.initiatives.words), share: 4),
        ]
        let rows: [[Paper.Cell]] = sight.parties.map { party in
            [.init(party.name(t)), .init(t(party.position?.standing.name ?? T.initiatives.notSaid)), .init(t.shown(party.position?.words ?? ""))]
        }
        return Paper.Section(title: t(T.initiatives.positions), table: Paper.Table(columns: columns, rows: rows))
    }

    /// The words alone: a paper has no links.
    private static func words(_ inlines: [Markdown.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let words), .strong(let words): Self.words(words)
            case .link(let address, let words): "\(Self.words(words)) (\(address))"
            case .newLine: " "
            }
        }.joined()
    }

    private static func lines(of blocks: [Markdown.Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, let words), .paragraph(let words): [Self.words(words)]
            case .list(let start, let items):
                items.enumerated().flatMap { place, item in lines(of: item).map { "\(start.map { "\($0 + place)." } ?? "–") \($0)" } }
            case .quote(let blocks): lines(of: blocks)
            case .code(let text): [text]
            case .rule: []
            case .table(let head, let rows): ([head] + rows).map { row in row.map { Self.words($0) }.joined(separator: " · ") }
            }
        }
    }
}
