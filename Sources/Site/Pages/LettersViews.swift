import Catalogue
import Forms
import Foundation
import HTML
import Kernel
import Languages
import Look
import Queues

/// The outbox as staff see it. Letters with a way in are never shown.
struct LettersViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var address: String { reader.link("/staff/letters") }

    /// A page of the outbox.
    struct Outbox {
        let letters: [LetterRow]
        let state: LetterState?
        let counts: [LetterState: Int]
        /// Whether older letters follow.
        let hasMore: Bool
    }

    /// - Parameter leaves: whether a mail server takes them.
    func list(_ outbox: Outbox, leaves: Bool) -> Screen {
        Screen(t(T.site.letters)) {
            Heading(t(T.site.letters), lead: t(T.site.lettersText))
            if !leaves { Notice(.bad, t(T.site.lettersStay)) { HTML::p { t(T.site.lettersStayText) } } }
            FilterChips(t(T.site.lettersState), [NavItem(t(T.common.all), href: address, isCurrent: outbox.state == nil)] + LetterState.allCases.map { state in
                NavItem(t(state.name), href: "\(address)?state=\(state.rawValue)", isCurrent: outbox.state == state, count: outbox.counts[state] ?? 0)
            })
            if outbox.letters.isEmpty {
                EmptyState(t(T.site.lettersNone), t(T.site.lettersNoneText)) { Empty() }
            } else {
                DataTable(t(T.site.letters), rows: outbox.letters, columns: [
                    Column(t(T.site.letterSubject), .name) { letter in a(.href("\(address)/\(letter.id)"), .lang(lang(letter))) { letter.subject } },
                    Column(t(T.site.letterTo)) { letter in letter.name; " "; span(.class("small muted wraps")) { letter.address } },
                    Column(t(T.site.letterWritten)) { letter in t.instant(letter.written) },
                    Column(t(T.site.lettersState)) { letter in Chip(letter.state.tone, t(letter.state.name)) },
                ], isCaptionHidden: true)
                if outbox.hasMore, let last = outbox.letters.last {
                    HTML::p { a(.href("\(address)?\(reader.query.with("before", "\(last.id)").query)")) { t(T.common.nextPage) } }
                }
            }
        }
    }

    private func lang(_ letter: LetterRow) -> String? { letter.language == reader.language ? nil : letter.language.htmlLang }

    func letter(_ letter: LetterRow) -> Screen {
        Screen(letter.subject, trail: [Look.Link(t(T.site.letters), href: address)]) {
            Heading(Run(letter.subject, lang: lang(letter)), kind: Run(t(letter.state.name)))
            Facts {
                FactLine(t(T.site.letterTo), letter.name.isEmpty ? letter.address : "\(letter.name) <\(letter.address)>")
                FactLine(t(T.site.letterWritten), t.instant(letter.written))
                if let sent = letter.sent { FactLine(t(T.site.letterSent), t.instant(sent)) }
                if let fault = letter.fault { FactLine(t(T.site.letterFault), fault) }
            }
            if letter.isSecret {
                Notice(.neutral) { HTML::p { t(T.site.letterSecret) } }
            } else {
                Card { ForEach(letter.text.components(separatedBy: "\n\n")) { paragraph in HTML::p(.class("lines"), .lang(letter.language.htmlLang)) { paragraph } } }
            }
            if letter.state == .dead {
                ButtonForm(t(T.site.letterAgain), action: "\(address)/\(letter.id)/again", hidden: reader.hidden)
            }
        }
    }
}

extension LetterState {
    fileprivate var name: Phrase {
        switch self {
        case .queued: T.site.letterQueued
        case .sent: T.site.letterIsSent
        case .dead: T.site.letterDead
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .queued: .waiting
        case .sent: .good
        case .dead: .bad
        }
    }
}
