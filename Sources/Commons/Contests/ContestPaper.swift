import Centres
import Documents
import Files
import Foundation
import Kernel
import Languages

/// What of a contest is printed: its poster and rules, the forms for parents, the receipt of exhibits.
struct ContestPaper {
    let t: Texts
    let office: Centre

    private var sender: Paper.Office { Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone, office.email]) }

    private func paper(_ title: String, subtitle: String) -> Paper {
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: subtitle, head: "\(title) · \(subtitle)",
            page: t(T.contests.paperPage(page: "{page}", pages: "{pages}")))
        paper.centre = sender
        return paper
    }

    // MARK: Rules

    func rules(_ contest: Contest, months: Int) -> Paper {
        let draft = contest.draft
        var paper = paper(t(T.contests.rules), subtitle: t.shown(contest.name))
        paper.facts = [
            .init(t(T.contests.kind), t(contest.kind.name)), .init(t(T.contests.who), t(contest.isForPupils ? T.contests.forPupils : T.contests.forTeachers)),
            .init(t(T.contests.closes), t.instant(draft.closes, .long)),
        ]
        let rows: [[Paper.Cell]] = contest.categories.map { one in
            [.init(t.shown(one.name)), .init(t(ContestGrade.range(one.draft.grades))), .init(ContestViews.files(one.draft, t)), .init("\(one.draft.mostWorks)")]
        }
        paper.sections = [
            Paper.Section(title: t(T.contests.rules), text: Self.paragraphs(t.shown(draft.rules))),
            Paper.Section(title: t(T.contests.categories), table: .init(columns: [
                .init(t(T.contests.category), share: 3, strong: true), .init(t(T.contests.grades), share: 2), .init(t(T.contests.whatIsSent), share: 5),
                .init(t(T.contests.mostWorks), mm: 26, align: .right),
            ], rows: rows)),
        ]
        for (title, text) in [(T.contests.prizes, draft.prizes), (T.contests.partners, draft.partners)] where !text.isEmpty {
            paper.sections.append(Paper.Section(title: t(title), text: Self.paragraphs(t.shown(text))))
        }
        if contest.isForPupils {
            paper.sections.append(Paper.Section(title: t(T.contests.aboutChildren), text: [t(T.contests.aboutChildrenText), t(T.contests.keptMonths(count: months))]))
        }
        return paper
    }

    /// Markdown as it is typed, paragraph by paragraph; the signs of headings are left out.
    private static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").map { WrittenText.line(String($0.drop { $0 == "#" })) }.filter { !$0.isEmpty }
    }

    // MARK: Poster

    func poster(_ contest: Contest, at address: String, hasPicture: Bool) -> PosterPaper {
        PosterPaper(
            language: t.language.rawValue, title: t.shown(contest.name), kind: t(contest.kind.name), lead: t.shown(contest.draft.lead),
            until: t(T.contests.untilMoment(moment: .text(t.instant(contest.closes, .inSentence)))),
            lines: contest.categories.prefix(6).map { "\(t.shown($0.name)) (\(t(ContestGrade.range($0.draft.grades))))" },
            prizes: t.shown(contest.draft.prizes), partners: t.shown(contest.draft.partners), centre: office.name(in: t.language),
            contact: [t.shown(office.street), office.phone, office.email].filter { !$0.isEmpty }.joined(separator: " · "), address: address,
            check: QRCode(address).map { PaperCode(path: $0.path, extent: $0.extent, alt: address) },
            picture: hasPicture ? "poster" : nil, alt: contest.poster.map { t.shown($0.alt) } ?? "")
    }

    // MARK: Consents

    func consents(
        _ contest: Contest, _ forms: [(work: ContestWork, author: ContestAuthor)], months: Int, link: (ContestAuthor) -> String
    ) -> ConsentPaper {
        ConsentPaper(
            language: t.language.rawValue, title: t(T.contests.consentTitle), contest: t.shown(contest.name), centre: sender,
            lead: t(T.contests.consentLead), questions: [
                .init(t(T.contests.askEnter), t(T.contests.askEnterHint)), .init(t(T.contests.askShow), t(T.contests.askShowHint)),
                .init(t(T.contests.askName), t(T.contests.askNameHint)),
            ], yes: t(T.common.yes), no: t(T.common.no),
            notes: [t(T.contests.knowChange), t(T.contests.knowMonths(count: months)), t(T.contests.knowOwn)]
                + (contest.draft.parent == nil ? [] : [t(T.contests.knowAbove)]) + [t(T.contests.knowBackups)],
            scan: t(T.contests.scanInstead), place: t(T.contests.placeAndDay), sign: t(T.contests.guardianSigns), forms: forms.map { work, author in
                let address = link(author)
                return ConsentPaper.One(
                    code: work.code,
                    facts: [
                        .init(t(T.contests.pupil), author.name), .init(t(T.contests.workTitle), t.shown(work.title)), .init(t(T.contests.code), work.code),
                        .init(t(T.contests.school), t.shown(work.schoolName)), .init(t(T.contests.grade), author.grade.map { t(ContestGrade.name($0)) } ?? "–"),
                        .init(t(T.contests.mentor), work.mentorName),
                    ], check: QRCode(address).map { PaperCode(path: $0.path, extent: $0.extent, alt: t(T.contests.guardiansLink)) })
            })
    }

    // MARK: Exhibits

    func receipt(_ contest: Contest, _ works: [ContestWork]) -> Paper {
        var paper = paper(t(T.contests.receipt), subtitle: t.shown(contest.name))
        paper.facts = [.init(t(T.contests.mentor), works.first?.mentorName ?? ""), .init(t(T.contests.exhibits), t.number(works.count))]
        let rows: [[Paper.Cell]] = works.map { work in
            [
                .init(work.code), .init(t.shown(work.title)), .init(work.lentFrom.map { t.day($0, .numeric) } ?? ""),
                .init(work.returned.map { t.day($0, .numeric) } ?? ""), "",
            ]
        }
        paper.sections = [Paper.Section(title: t(T.contests.exhibits), table: .init(columns: [
            .init(t(T.contests.code), mm: 22), .init(t(T.contests.workTitle), share: 5, strong: true), .init(t(T.contests.received), mm: 28),
            .init(t(T.contests.givenBack), mm: 28), .init(t(T.contests.condition), share: 3),
        ], rows: rows, boxes: true, height: 10))]
        paper.signatories = [.init(name: works.first?.mentorName ?? "", role: t(T.contests.givesOver)), .init(name: "", role: t(T.contests.takesOver))]
        paper.notes = [t(T.contests.receiptNote)]
        return paper
    }
}

/// A QR code as the templates draw it.
struct PaperCode: Encodable {
    let path: String
    let extent: Int
    let alt: String
}

/// A poster, as `poster.typ` reads it.
struct PosterPaper: Encodable {
    let language: String
    let title: String
    let kind: String
    let lead: String
    let until: String
    let lines: [String]
    let prizes: String
    let partners: String
    let centre: String
    let contact: String
    let address: String
    let check: PaperCode?
    let picture: String?
    let alt: String
}

/// Forms for parents, one on each page, as `consent.typ` reads them.
struct ConsentPaper: Encodable {
    struct Question: Encodable {
        let text: String
        let hint: String

        init(_ text: String, _ hint: String) { (self.text, self.hint) = (text, hint) }
    }

    struct One: Encodable {
        let code: String
        let facts: [Paper.Fact]
        let check: PaperCode?
    }

    let language: String
    let title: String
    let contest: String
    let centre: Paper.Office
    let lead: String
    let questions: [Question]
    let yes: String
    let no: String
    let notes: [String]
    let scan: String
    let place: String
    let sign: String
    let forms: [One]
}
