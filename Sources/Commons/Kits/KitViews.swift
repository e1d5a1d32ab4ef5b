import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// Kits as everybody sees them: what travels, and when it is free. Who has it is nobody's business.
struct KitViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ kits: [Kit]) -> Screen {
        Screen(t(T.kits.title), description: t(T.kits.lead)) {
            Heading(t(T.kits.title), lead: t(T.kits.lead))
            if kits.isEmpty { EmptyState(t(T.kits.none), t(T.kits.noneText)) { Empty() } }
            EntryList(kits.map { kit in
                let free = kit.nextFree(from: reader.today)
                return Entry(
                    title: t.run(kit.title.name), href: reader.link(kit.path), measure: free.map { t.day($0, .short) } ?? "–", mark: t(T.kits.firstFree),
                    facts: (kit.title.draft.summary.isEmpty ? [] : [t.run(Self.short(kit.title.draft.summary))]) + [Run(t(T.kits.copiesCount(count: kit.copies.count)))])
            })
        }
    }

    func show(_ kit: Kit, _ month: KitMonth) -> Screen {
        let title = t.run(kit.title.name), free = kit.nextFree(from: reader.today)
        return Screen(title.text, description: kit.title.draft.summary.isEmpty ? nil : t.shown(kit.title.draft.summary), trail: trail) {
            Heading(title, kind: Run(t(T.kits.kit)), lead: kit.title.draft.summary.isEmpty ? nil : t.run(kit.title.draft.summary))
            Facts {
                FactLine(t(T.kits.nextFree), free.map { t.day($0) } ?? t(T.kits.notFree))
                FactLine(t(T.kits.copies), t.number(kit.copies.count))
                FactLine(t(T.kits.mostDays), t(T.kits.daysCount(count: kit.rule.mostDays)))
                if !kit.parts.isEmpty { FactLine(t(T.kits.parts)) { ForEach(Array(kit.parts.enumerated())) { place, part in
                    if place > 0 { "; " }
                    t.run(part.name); if part.count > 1 { " × "; t.number(part.count) }
                } } }
            }
            if !kit.rule.note.isEmpty { HTML::p { t.run(kit.rule.note) } }
            terms(kit)
            Buttons {
                LinkButton(t(T.kits.book), href: reader.link("\(kit.path)/book" + (free.map { "?first=\($0.iso)" } ?? "")))
                LinkButton(t(T.kits.toTitle), href: reader.link(kit.title.path), .quiet)
            }
            KitCalendarView(kit: kit, month: month, reader: reader, bookings: nil).body
        }
    }

    @HTMLBuilder private func terms(_ kit: Kit) -> some HTML {
        ForEach(kit.terms) { term in
            Notice(.info) { HTML::p { t(T.kits.termUntil(day: .day(term.days.upperBound), title: .title(term.title))) } }
        }
    }

    private var trail: [Look.Link] { [Look.Link(t(T.kits.title), href: reader.link("/kits"))] }

    // MARK: Booking for the own class

    func book(_ kit: Kit, _ schools: [KitSchool], _ form: FilledForm) -> Screen {
        let title = t.run(kit.title.name)
        return Screen(t(T.kits.bookTitle), trail: trail + [Look.Link(title, href: reader.link(kit.path))], isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.kits.bookTitle)), kind: title, lead: Run(t(T.kits.bookLead)))
            terms(kit)
            if schools.isEmpty {
                EmptyState(t(T.kits.noSchool), t(T.kits.noSchoolText)) { LinkButton(t(T.kits.toAccount), href: reader.link("/me/account"), .quiet) }
            } else {
                Form(action: reader.link("\(kit.path)/book"), hidden: reader.hidden, isGuarded: true) {
                    form.field(T.kits.school, "school1", otherwise: schools.count == 1 ? "\(schools[0].id)" : "").select(
                        [Field.Choice("", t(T.common.choose))] + schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
                    FieldRow {
                        form.day(T.kits.firstDay, "first1", hint: T.kits.firstDayHint)
                        form.day(T.kits.lastDay, "last1", isOptional: true)
                    }
                    form.field(T.kits.purpose, "purpose", .full, hint: T.kits.purposeHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                    Buttons { Submit(t(T.kits.book)); LinkButton(t(T.common.cancel), href: reader.link(kit.path), .quiet) }
                }
            }
        }
    }

    private static let shownMost = 120
    static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > shownMost ? line.prefix(shownMost) + "…" : line
    }
}
