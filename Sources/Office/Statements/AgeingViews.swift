import Claims
import Forms
import HTML
import Kernel
import Languages
import Look

/// The ageing list as a page.
struct AgeingViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func board(_ board: AgeingBoard, _ by: AgeingStore.By, lateOnly: Bool, _ paging: Paging, open: Int, _ form: FilledForm) -> Screen {
        Screen(t(T.statements.ageing)) {
            FormFaults(form)
            Heading(t(T.statements.ageing), lead: t(T.statements.ageingLead))
            PaymentTabs(reader: reader, here: "/staff/ageing", open: open).body
            ForEach(board.sums) { sum in
                Figures(Age.allCases.map { age in
                    .init(t.money(sum[age]), t(age.name), sum[age].isZero || age == .notDue ? .neutral : age == .longer ? .bad : .waiting)
                })
            }
            FilterChips(t(T.statements.show), AgeingStore.By.allCases.map { one in
                NavItem(
                    t(one == .payer ? T.statements.byPayer : T.statements.byMunicipality), href: reader.here("by", one == .payer ? nil : one.rawValue),
                    isCurrent: one == by)
            } + [NavItem(t(T.statements.lateOnly), href: reader.here("late", lateOnly ? nil : "yes"), isCurrent: lateOnly)])
            Buttons {
                LinkButton(t(T.statements.asSheet), href: reader.link("/staff/ageing.xlsx"), .quiet)
                if board.remindable > 0 {
                    ButtonForm(
                        t(T.statements.remindAll(count: board.remindable)), .quiet, action: reader.link("/staff/ageing/remind"),
                        hidden: reader.hidden + [Hidden("all", "yes")])
                }
            }
            if board.lines.isEmpty {
                EmptyState(t(T.statements.nothingOwed), t(T.statements.nothingOwedText)) { Empty() }
            } else {
                table(board, by)
                paging.links(reader)
            }
        }
    }

    private func table(_ board: AgeingBoard, _ by: AgeingStore.By) -> some HTML {
        let ages = Age.allCases.map { age in
            Column<AgeingLine>(t(age.name), .number) { line in if line.ageing[age].isZero { "–" } else { t.money(line.ageing[age]) } }
        }
        let name = Column<AgeingLine>(t(by == .payer ? T.statements.payer : T.statements.municipality), .name) { line in who(line, by) }
        let sum = Column<AgeingLine>(t(T.statements.sum), .number) { line in t.money(line.ageing.all) }
        return DataTable(t(T.statements.ageing), rows: board.lines, columns: [name] + ages + [sum], isCaptionHidden: true)
    }

    @HTMLBuilder private func who(_ line: AgeingLine, _ by: AgeingStore.By) -> some HTML {
        if let payer = line.payer {
            a(.href(reader.link("/staff/claims/payers/\(payer)"))) { line.name.isEmpty ? Run(t(T.statements.noName)) : t.run(line.name) }
            if !line.municipality.isEmpty { HTML::p(.class("muted small")) { t.run(line.municipality) } }
            if let reminded = line.reminded { HTML::p(.class("muted small")) { t(T.statements.reminder); ": "; t.instant(reminded, .short) } }
        } else if line.name.isEmpty {
            t(T.statements.nowhere)
        } else {
            t.run(line.name)
        }
    }
}
