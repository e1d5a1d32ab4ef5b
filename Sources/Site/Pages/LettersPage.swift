import Catalogue
import Forms
import Foundation
import HTML
import Kernel
import Languages
import Look
import Queues
import Web

/// The outbox of a centre: what was written to whom, what did not arrive, and sending again. Letters with a way in are never shown.
enum LettersPage {
    private static let count = 50

    /// Letters that did not leave, on *Данас*.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let dead = try LetterRow.counts(of: asked.centre.id, in: act)[.dead] ?? 0
        return TodayPart(warnings: dead > 0 ? [.init(.bad, T.site.todayLetters(count: dead), path: "/staff/letters?state=dead")] : [])
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let state = LetterState(rawValue: visit.query["state"])
        let before = LetterRow.ID(visit.query["before"])
        let (letters, counts) = try await visit.read { act in
            (try LetterRow.list(of: centre, state: state, before: before, limit: count + 1, in: act), try LetterRow.counts(of: centre, in: act))
        }
        let t = visit.t
        let base = visit.link("/staff/letters")
        return visit.page(t(T.site.letters)) {
            Heading(t(T.site.letters), lead: t(T.site.lettersText))
            FilterChips(t(T.site.lettersState), [NavItem(t(T.common.all), href: base, isCurrent: state == nil)] + LetterState.allCases.map { other in
                NavItem(t(name(other)), href: "\(base)?state=\(other.rawValue)", isCurrent: state == other, count: counts[other] ?? 0)
            })
            if letters.isEmpty {
                EmptyState(t(T.site.lettersNone), t(T.site.lettersNoneText)) { Empty() }
            } else {
                DataTable(t(T.site.letters), rows: Array(letters.prefix(count)), columns: [
                    Column(t(T.site.letterSubject), .name) { letter in a(.href("\(base)/\(letter.id)")) { letter.subject } },
                    Column(t(T.site.letterTo)) { letter in letter.name; " "; span(.class("small muted wraps")) { letter.address } },
                    Column(t(T.site.letterWritten)) { letter in t.instant(letter.written) },
                    Column(t(T.site.lettersState)) { letter in Chip(tone(letter.state), t(name(letter.state))) },
                ], isCaptionHidden: true)
                if letters.count > count, let last = letters.dropLast().last {
                    HTML::p { a(.href("\(base)?\(visit.query.with("before", "\(last.id)").query)")) { t(T.common.nextPage) } }
                }
            }
        }
    }

    @Sendable static func read(_ visit: Visit) async throws -> Answer {
        let letter = try await letter(visit)
        let t = visit.t
        return visit.page(letter.subject, trail: [Look.Link(t(T.site.letters), href: visit.link("/staff/letters"))]) {
            Heading(letter.subject, kind: t(name(letter.state)))
            Facts {
                Fact(t(T.site.letterTo), "\(letter.name) <\(letter.address)>")
                Fact(t(T.site.letterWritten), t.instant(letter.written))
                if let sent = letter.sent { Fact(t(T.site.letterSent), t.instant(sent)) }
                if let fault = letter.fault { Fact(t(T.site.letterFault), fault) }
            }
            if letter.isSecret {
                Notice(.neutral) { HTML::p { t(T.site.letterSecret) } }
            } else {
                Card { ForEach(letter.text.components(separatedBy: "\n\n")) { paragraph in HTML::p(.class("lines"), .lang(letter.language.htmlLang)) { paragraph } } }
            }
            if letter.state == .dead {
                ButtonForm(t(T.site.letterAgain), action: visit.link("/staff/letters/\(letter.id)/again"), hidden: visit.hidden)
            }
        }
    }

    @Sendable static func again(_ visit: Visit) async throws -> Answer {
        let letter = try await letter(visit)
        return try await visit.act { act in
            try LetterRow.sendAgain(letter.id, in: act)
            try act.record(T.site.letterSentAgain, .other("letter", letter.id.value), centre: visit.centre.id)
            return Redirect(visit.link("/staff/letters/\(letter.id)"), T.site.saidLetterAgain)
        }
    }

    private static func letter(_ visit: Visit) async throws -> LetterRow {
        let (centre, id) = (visit.centre.id, try visit.id("letter", of: LetterRow.self))
        return try await visit.read { try LetterRow.letter(id, of: centre, in: $0) }
    }

    private static func name(_ state: LetterState) -> Phrase {
        switch state {
        case .queued: T.site.letterQueued
        case .sent: T.site.letterIsSent
        case .dead: T.site.letterDead
        }
    }

    private static func tone(_ state: LetterState) -> Tone {
        switch state {
        case .queued: .waiting
        case .sent: .good
        case .dead: .bad
        }
    }
}
