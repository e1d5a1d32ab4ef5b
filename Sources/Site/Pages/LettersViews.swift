import Catalogue
import Events
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

    /// - Parameter leaves: whether a mail server takes them.
    func list(_ outbox: Outbox, leaves: Bool) -> Screen {
        let question = outbox.question
        let title = outbox.event.map { t(T.site.lettersOf(title: .text($0.title(in: reader.language).text))) } ?? t(T.site.letters)
        let trail = outbox.event.map { [Look.Link($0.title(in: reader.language).text, href: reader.link("/staff/events/\($0.id)"))] } ?? []
        return Screen(title, trail: trail) {
            Heading(title, lead: outbox.event == nil ? t(T.site.lettersText) : nil)
            if !leaves { Notice(.bad, t(T.site.lettersStay)) { HTML::p { t(T.site.lettersStayText) } } }
            Form(action: address, method: .get, hidden: kept(question), isInline: true) {
                Field(t(T.site.lettersFind), name: "q", value: question.words.joined(separator: " "), optional: "", autocomplete: "off").search()
                Submit(t(T.common.search), .quiet)
            }
            FilterChips(
                t(T.site.lettersState), [NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: question.state == nil, count: outbox.total)]
                    + LetterState.allCases.map { state in
                        NavItem(t(state.name), href: reader.here("state", state.rawValue), isCurrent: question.state == state, count: outbox.counts[state] ?? 0)
                    })
            if outbox.letters.isEmpty {
                if question.words.isEmpty, question.state == nil {
                    EmptyState(t(T.site.lettersNone), t(T.site.lettersNoneText)) { Empty() }
                } else {
                    EmptyState(t(T.site.lettersNotFound), t(T.site.lettersNotFoundText)) { Empty() }
                }
            } else {
                DataTable(t(T.site.letters), rows: outbox.letters, columns: [
                    Column(t(T.site.letterSubject), .name) { letter in a(.href("\(address)/\(letter.id)"), .lang(lang(letter))) { letter.subject } },
                    Column(t(T.site.letterTo), sorting: question.sorting(by: .address, reader)) { letter in
                        letter.name; " "; span(.class("small muted wraps")) { letter.address }
                    },
                    Column(t(T.site.letterWritten), sorting: question.sorting(by: .written, reader)) { letter in t.instant(letter.written) },
                    Column(t(T.site.lettersState)) { letter in Chip(letter.state.tone, t(letter.state.name)) },
                ], isCaptionHidden: true)
                outbox.paging.links(reader)
            }
        }
    }

    private func lang(_ letter: LetterRow) -> String? { letter.language == reader.language ? nil : letter.language.htmlLang }

    /// A search keeps the event, the state that was chosen and the order.
    private func kept(_ question: OutboxQuestion) -> [Hidden] {
        ["event", "state", "sort"].map { Hidden($0, reader.query[$0]) }.filter { !$0.value.isEmpty }
    }

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
