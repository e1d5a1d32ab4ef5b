import Foundation
package import HTML
import Kernel
package import Languages
import Look

/// A programme as everybody may read it: what it is, for whom, by whom, what it brings; beside it the place for its dates.
package struct ProgrammeView<Dates: HTML>: View {
    let programme: Programme
    let lineage: [ProgrammeChoice]
    let href: (Programme.ID) -> String
    let t: Texts
    let dates: Dates

    /// - Parameters:
    ///   - lineage: the same programme in other cycles.
    ///   - href: where a programme's page stands.
    ///   - dates: when it is held; the rooms above know.
    package init(
        _ programme: Programme, lineage: [ProgrammeChoice], t: Texts, href: @escaping (Programme.ID) -> String, @HTMLBuilder dates: () -> Dates
    ) {
        self.programme = programme
        self.lineage = lineage
        self.href = href
        self.t = t
        self.dates = dates()
    }

    package var body: Markup {
        Beside {
            if let withdrawal = programme.withdrawal {
                Notice(.bad, t(T.catalogue.withdrawnTitle(day: .day(withdrawal.day)))) { HTML::p { t.run(withdrawal.reason) } }
            }
            Heading(t.shown(programme.title), kind: kind, lang: t.lang(of: programme.language))
        } card: {
            dates
        } content: {
            ProgrammeFacts(programme: programme, t: t)
            ProgrammeContent(programme: programme, t: t)
            if !lineage.isEmpty {
                h2 { t(T.catalogue.otherCycles) }
                ul {
                    ForEach(lineage) { other in
                        li {
                            a(.href(href(other.id))) { t.run(other.cycle) }
                            ", "; t(T.catalogue.numberShort(number: .text(other.number)))
                        }
                    }
                }
            }
        }
    }

    private var kind: String {
        t(T.catalogue.kind(cycle: .title(programme.cycle.title), number: .text(programme.number)))
    }
}

/// What can be said in a word or two.
struct ProgrammeFacts: View {
    let programme: Programme
    let t: Texts

    var body: some HTML {
        Facts {
            fact(t(T.catalogue.duration), ProgrammeFacts.duration(programme, t))
            code(programme.competence)
            code(programme.priority)
            code(programme.area)
            targets
            fact(t(T.catalogue.form), t.name(programme.form))
            fact(t(T.catalogue.group), ProgrammeFacts.group(programme, t))
            price
            people(t(T.catalogue.authors), programme.authors)
            people(t(T.catalogue.trainers), programme.trainers)
            text(t(T.catalogue.institution), programme.institution)
            if let contact = programme.contact {
                Look::FactLine(t(T.catalogue.contact)) {
                    t.run(name: contact.written, programme.language)
                    if !contact.reach.isEmpty { ", "; contact.reach }
                }
            }
            fact(t(T.catalogue.valid), t.days(programme.cycle.days))
            if !programme.earlier.isEmpty {
                Look::FactLine(t(T.catalogue.earlierNumbers)) { ForEach(programme.earlier) { earlier in div { ProgrammeFacts.earlier(earlier, t) } } }
            }
        }
    }

    static func duration(_ programme: Programme, _ t: Texts) -> String {
        let days = programme.days.map { t(T.catalogue.daysCount(count: $0)) }
        return [days, t(T.common.hours(count: programme.hours)), t(T.common.points(count: programme.hours))].compactMap(\.self).joined(separator: ", ")
    }

    static func group(_ programme: Programme, _ t: Texts) -> String {
        programme.seatsMin > 0
            ? t(T.catalogue.groupBetween(count: programme.seatsMax, least: .number(programme.seatsMin))) : t(T.catalogue.groupAtMost(count: programme.seatsMax))
    }

    static func earlier(_ earlier: EarlierNumber, _ t: Texts) -> String {
        let number = t(T.catalogue.numberShort(number: .text(earlier.number)))
        return [earlier.cycle, number, earlier.held.map { t(T.catalogue.heldTimes(count: $0)) }].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    @HTMLBuilder private var price: some HTML {
        if programme.isFree {
            fact(t(T.catalogue.price), t(T.catalogue.freeWhy))
        } else if let price = programme.price {
            Look::FactLine(t(T.catalogue.price)) {
                price.isZero ? t(T.catalogue.free) : t.money(price)
                if !programme.priceCovers.isEmpty { " ("; t.run(programme.priceCovers, programme.language); ")" }
            }
        } else if !programme.priceCovers.isEmpty {
            Look::FactLine(t(T.catalogue.price)) { t.run(programme.priceCovers, programme.language) }
        }
    }

    @HTMLBuilder private var targets: some HTML {
        if !programme.targets.isEmpty || !programme.target.isEmpty {
            Look::FactLine(t(T.catalogue.target)) {
                ForEach(programme.targets) { code in div { t.run(code, of: programme.cycle) } }
                if programme.target.contains("\n") { Lines(programme.target, t.lang(of: programme.language), t) } else { t.run(programme.target, programme.language) }
            }
        }
    }

    private func fact(_ term: String, _ value: String) -> some HTML { Look::FactLine(term, value) }

    @HTMLBuilder
    private func code(_ code: CycleCode?) -> some HTML {
        if let code { Look::FactLine(t.name(code.list)) { t.run(code, of: programme.cycle) } }
    }

    @HTMLBuilder
    private func text(_ term: String, _ text: String) -> some HTML {
        if !text.isEmpty {
            Look::FactLine(term) {
                if text.contains("\n") { Lines(text, t.lang(of: programme.language), t) } else { t.run(text, programme.language) }
            }
        }
    }

    @HTMLBuilder
    private func people(_ term: String, _ people: [Programme.Named]) -> some HTML {
        if !people.isEmpty {
            Look::FactLine(term) {
                ForEach(Array(people.enumerated())) { place, named in
                    if place > 0 { ", " }
                    t.run(name: named.written, programme.language)
                }
            }
        }
    }
}

/// Goals, outcomes, topics, phases, evaluation.
struct ProgrammeContent: View {
    let programme: Programme
    let t: Texts

    var body: some HTML {
        part(t(T.catalogue.goal), programme.goal)
        part(t(T.catalogue.specificGoals), programme.specificGoals)
        part(t(T.catalogue.outcomes), programme.outcomes)
        part(t(T.catalogue.topics), programme.topics)
        part(t(T.catalogue.phases), programme.phases)
        part(t(T.catalogue.evaluation), programme.evaluation)
        part(t(T.catalogue.followUp), programme.followUp)
    }

    @HTMLBuilder
    private func part(_ name: String, _ text: String) -> some HTML {
        if !text.isEmpty {
            h2 { name }
            Lines(text, t.lang(of: programme.language), t)
        }
    }
}

/// A text of one line as a paragraph, of several as a list.
struct Lines: View {
    let lines: [String]
    let lang: String?

    init(_ text: String, _ lang: String?, _ t: Texts) {
        lines = text.split(whereSeparator: \.isNewline).map { t.shown(String($0)).trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        self.lang = lang
    }

    var body: some HTML {
        if lines.count == 1 {
            HTML::p(.lang(lang)) { lines[0] }
        } else {
            ul(.lang(lang)) { ForEach(lines) { line in li { line } } }
        }
    }
}
