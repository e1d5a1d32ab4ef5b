import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// How money of a year was used.
struct RationalUseViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ book: RationalUseBook, _ towns: [Municipality], _ form: FilledForm) -> Screen {
        let use = book.use, years = Array((reader.today.year - 4...reader.today.year).reversed())
        return Screen(t(T.costs.use), trail: [Look.Link(t(T.costs.title), href: reader.link("/staff/costs"))]) {
            FormFaults(form)
            Heading(t(T.costs.useOf(year: .text("\(use.year)"))), lead: t(T.costs.useLead))
            CostViews(reader: reader).doors("use")
            FilterChips(t(T.costs.year), years.map { NavItem("\($0)", href: reader.here("year", "\($0)"), isCurrent: $0 == use.year) })
            if let together = use.together {
                Figures([
                    .init(money(together.money, book), t(T.costs.moneyTogether)), .init(t.number(together.people), t(T.costs.teachers)),
                    .init(money(together.perPerson, book), t(T.costs.perTeacher)), .init(money(together.perHour, book), t(T.costs.perHour)),
                    .init(money(together.perPoint, book), t(T.costs.perPoint)), .init(t.number(together.kilometres), t(T.costs.kmSaved)),
                ])
                if let before = use.before { HTML::p { t(yearBefore(before, book)) } }
                if book.loose > 0 { HTML::p { t(T.costs.loose(money: .money(book.currency.money(book.loose)))) } }
                Buttons { LinkButton(t(T.costs.asWorkbook), href: reader.link("/staff/purses/use.xlsx?year=\(use.year)"), .quiet, icon: .download) }
                h2 { t(T.costs.byMunicipality) }
                table(
                    book.sorted(use.municipalities, by: book.municipalities, t.language.alphabet), book.municipalities, T.costs.byMunicipality,
                    T.costs.municipality, book, foot: use.together)
                hidden(use.municipalities, book)
                schools(book)
            } else {
                EmptyState(t(T.costs.useNone), t(T.costs.useNoneText)) { Empty() }
            }
            h2 { t(T.costs.otherWay) }
            HTML::p { t(T.costs.otherWayLead) }
            Form(action: reader.link("/staff/purses/use"), hidden: reader.hidden, label: t(T.costs.otherWay)) {
                form.field(T.costs.otherTown, "place", isOptional: true).select(
                    [Field.Choice("", "–")] + towns.filter { $0.seat != nil }.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }

    private func yearBefore(_ sum: UseSum, _ book: RationalUseBook) -> Phrase {
        T.costs.yearBefore(
            year: .text("\(book.use.year - 1)"), money: .money(book.currency.money(sum.money)), each: .money(book.currency.money(sum.perPerson ?? 0)))
    }

    private func money(_ minor: Int?, _ book: RationalUseBook) -> String { minor.map { t.money(book.currency.money($0)) } ?? "–" }

    @HTMLBuilder private func schools(_ book: RationalUseBook) -> some HTML {
        h2 { t(T.costs.bySchool) }
        ForEach(book.sorted(book.use.municipalities, by: book.municipalities, t.language.alphabet)) { line in
            let title = name(line.place, book.municipalities)
            Disclosure(title.text) {
                if line.schools.lines.isEmpty {
                    HTML::p { t(T.costs.schoolsHidden) }
                } else {
                    table(
                        book.sorted(line.schools, by: book.schools, t.language.alphabet), book.schools, T.costs.bySchoolOf(place: .title(title.text)),
                        T.costs.school, book, foot: nil)
                    hidden(line.schools, book)
                }
            }
        }
    }

    private func name(_ place: Int64?, _ names: [Int64: String]) -> Run { place.map { t.run(names[$0] ?? "") } ?? Run(t(T.costs.nowhere)) }

    private func table(
        _ lines: [RationalUse.Line], _ names: [Int64: String], _ caption: Phrase, _ head: Phrase, _ book: RationalUseBook, foot: UseSum?
    ) -> some HTML {
        let sums: [any HTML] = foot.map { sum in
            [
                t(T.costs.together), t.number(sum.people), t.number(sum.hours), t.number(sum.points), money(sum.money, book), money(sum.perPerson, book),
                money(sum.perHour, book), money(sum.perPoint, book), t.number(sum.kilometres), money(book.use.before?.perPerson, book),
            ]
        } ?? []
        return DataTable(t(caption), rows: lines, columns: [
            Column(t(head), .name) { line in name(line.place, names) },
            Column(t(T.costs.teachers), .number) { line in number(line.now?.people) },
            Column(t(T.costs.hoursTogether), .number) { line in number(line.now?.hours) },
            Column(t(T.costs.points), .number) { line in number(line.now?.points) },
            Column(t(T.costs.moneyTogether), .number) { line in money(line.now?.money, book) },
            Column(t(T.costs.perTeacher), .number) { line in money(line.now?.perPerson, book) },
            Column(t(T.costs.perHour), .number) { line in money(line.now?.perHour, book) },
            Column(t(T.costs.perPoint), .number) { line in money(line.now?.perPoint, book) },
            Column(t(T.costs.kmSaved), .number) { line in number(line.now?.kilometres) },
            Column(t(T.costs.perTeacherBefore), .number) { line in money(line.before?.perPerson, book) },
        ], onPhone: .scroll, isCaptionHidden: true, foot: sums)
    }

    private func number(_ value: Int?) -> String { value.map { t.number($0) } ?? "–" }

    /// What is not told one by one.
    @HTMLBuilder private func hidden(_ part: RationalUse.Part, _ book: RationalUseBook) -> some HTML {
        if part.hidden > 0 {
            HTML::p(.class("small muted")) {
                t(T.costs.hiddenPlaces(count: part.hidden))
                if let others = part.others { " "; t(T.costs.hiddenSum(count: others.people, money: .money(book.currency.money(others.money)))) }
            }
        }
    }
}
