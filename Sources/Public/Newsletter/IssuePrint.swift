import Events
import Foundation
import HTML
import Languages
import Look
import Markdown

/// A letter of an issue in one language, as HTML and as plain text. It holds no picture, and no link that would tell who has read it: two letters differ in
/// the address by which one leaves, and in nothing else. So it is made once for all who read that language.
struct IssuePrint: Sendable {
    let subject: String
    /// What stands before, between and behind the places of that address.
    private let page: [String]
    private let plain: [String]

    /// Stands where the address will be by which one leaves.
    private static let place = "https://leave.invalid/"

    /// - Parameters:
    ///   - origin: scheme and host of the centre.
    ///   - sender: the name of the centre, and where it is.
    init(_ sheet: IssueSheet, _ t: Texts, origin: String, sender: [String]) {
        let words = IssueLetterWords(sheet: sheet, t: t, origin: origin, sender: sender, leave: Self.place)
        subject = sheet.title.text
        page = String(decoding: renderDocument(words.html), as: UTF8.self).components(separatedBy: Self.place)
        plain = words.pieces.map { $0.text + $0.end }.joined().components(separatedBy: Self.place)
    }

    /// The plain text piece by piece, each in its language, for a look before it goes.
    static func pieces(_ sheet: IssueSheet, _ t: Texts, origin: String, sender: [String], leaving leave: String) -> [IssuePiece] {
        IssueLetterWords(sheet: sheet, t: t, origin: origin, sender: sender, leave: leave).pieces
    }

    /// - Parameter leave: the whole address.
    func html(leaving leave: String) -> String { page.joined(separator: leave) }
    func text(leaving leave: String) -> String { plain.joined(separator: leave) }
}

/// What stands in a letter of an issue.
private struct IssueLetterWords {
    let sheet: IssueSheet
    let t: Texts
    let origin: String
    let sender: [String]
    let leave: String

    private var site: String { "\(origin)/\(t.language.rawValue)" }
    private var blocks: [Markdown.Block] { Markdown(sheet.text.text).blocks }

    var html: some HTML {
        HTML::html(.lang(t.language.htmlLang)) {
            head {
                meta(.charset("utf-8"))
                HTML::title { sheet.title.text }
            }
            body(IssueStyle.page) {
                p(IssueStyle.kind) {
                    span(.lang(t.lang(of: sheet.newsletter.language))) { sheet.newsletter.text }
                    " · \(t.day(sheet.day, .plain))"
                }
                h1(IssueStyle.title, .lang(t.lang(of: sheet.title.language))) { sheet.title.text }
                div(.lang(t.lang(of: sheet.text.language))) { IssueProse(blocks: blocks, origin: origin) }
                ForEach(sheet.parts) { part in
                    h2(IssueStyle.heading) { t(part.kind.names) }
                    ForEach(part.lines) { line in
                        p(IssueStyle.item) { a(.href(site + line.path), IssueStyle.strongLink, .lang(t.lang(of: line.title.language))) { line.title.text } }
                        p(IssueStyle.detail) {
                            line.lead
                            if line.hasBoth { " · " }
                            span(.lang(t.lang(of: line.detail.language))) { line.detail.text }
                        }
                    }
                }
                p(IssueStyle.line) { a(.href(site + sheet.path), IssueStyle.button) { t(T.newsletter.readOnSite) } }
                hr(IssueStyle.rule)
                p(IssueStyle.foot) { sender.joined(separator: " · ") }
                p(IssueStyle.foot) { t(T.newsletter.whyYou(name: .text(sheet.newsletter.text))) }
                p(IssueStyle.foot) { a(.href(leave), IssueStyle.link) { t(T.newsletter.leaveLink) } }
            }
        }
    }

    var pieces: [IssuePiece] {
        func own(_ text: String, _ end: String = "\n\n") -> IssuePiece { IssuePiece(text: text, language: t.language, end: end) }
        func said(_ words: Event.Wording, _ end: String = "\n\n") -> IssuePiece { IssuePiece(text: words.text, language: words.language, end: end) }
        var pieces = [said(sheet.newsletter, " · "), own(t.day(sheet.day, .plain)), said(sheet.title)]
        if !blocks.isEmpty { pieces.append(IssuePiece(text: IssueProse.plain(blocks, origin), language: sheet.text.language, end: "\n\n")) }
        for part in sheet.parts {
            pieces.append(own(t(part.kind.names).uppercased()))
            for line in part.lines {
                pieces.append(said(line.title, "\n"))
                if !line.lead.isEmpty { pieces.append(own(line.lead, line.hasBoth ? " · " : "\n")) }
                if !line.detail.text.isEmpty { pieces.append(said(line.detail, "\n")) }
                pieces.append(own(site + line.path))
            }
        }
        return pieces + [
            own("\(t(T.newsletter.readOnSite)):\n\(site + sheet.path)"), own("--\n" + sender.joined(separator: "\n")),
            own(t(T.newsletter.whyYou(name: .text(sheet.newsletter.text)))), own("\(t(T.newsletter.leaveLink)):\n\(leave)", "\n"),
        ]
    }
}

/// A piece of a plain text in one language, with what parts it from the next.
struct IssuePiece: Sendable {
    let text: String
    let language: Language
    let end: String
}

extension IssueLine {
    var hasBoth: Bool { !lead.isEmpty && !detail.text.isEmpty }
    /// What is said under its title.
    var said: String { lead + (hasBoth ? " · " : "") + detail.text }
}

extension IssuePick.Kind {
    /// What such lines are called together.
    var names: Phrase {
        switch self {
        case .offer: T.newsletter.partOffer
        case .event: T.newsletter.partEvents
        case .news: T.newsletter.partNews
        case .practice: T.newsletter.partPractices
        }
    }
}
