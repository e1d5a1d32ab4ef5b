import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// A list of people: where it is typed or brought, and what was read of it.
struct RosterListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ school: School, _ form: FilledForm, _ read: [(line: RosterList.Line, way: RosterStore.Way)]) -> Screen {
        let base = reader.link("/me/schools/\(school.id)"), path = "\(base)/roster/list"
        let trail = [Look.Link(t(T.schools.mine), href: reader.link("/me/schools")), Look.Link(t.run(school.details.name), href: base)]
        return Screen(t(T.schools.list), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.schools.list), lead: t(read.isEmpty ? T.schools.listLead : T.schools.listLookLead))
            if !read.isEmpty {
                DataTable(t(T.schools.listRead), rows: read, columns: columns, isCaptionHidden: true)
                let news = read.count { $0.way == .new }
                if news > 0 {
                    Form(action: path, hidden: reader.hidden + [Hidden("people", form["people"]), Hidden("sure", "yes")], isGuarded: true, label: t(T.schools.list)) {
                        Buttons {
                            Submit(t(T.schools.listWrite(count: news)))
                            LinkButton(t(T.common.cancel), href: base, .quiet)
                        }
                    }
                } else {
                    Notice(.info) { HTML::p { t(T.schools.listNothing) } }
                }
                h2 { t(T.schools.listChange) }
            }
            Form(action: path, hidden: reader.hidden, hasFiles: true, label: t(T.schools.listChange)) {
                form.field(T.schools.listPeople, "people", .full, hint: T.schools.listHint, isOptional: true, most: RosterList.longest)
                    .area(rows: read.isEmpty ? 10 : 6)
                form.field(T.common.file, "file", hint: T.schools.listFileHint, isOptional: true).file(accept: ".csv,.txt,.xlsx,.ods,.xls")
                Buttons {
                    Submit(t(read.isEmpty ? T.schools.listLook : T.schools.listLookAgain), read.isEmpty ? .primary : .quiet)
                    LinkButton(t(T.common.cancel), href: base, .quiet)
                }
            }
        }
    }

    private var columns: [Column<(line: RosterList.Line, way: RosterStore.Way)>] {
        [
            Column(t(T.accounts.familyName), .name) { row in Run(row.line.joining.name.family) },
            Column(t(T.accounts.givenName)) { row in
                Run(row.line.joining.name.given)
                if !row.line.isSure { " "; Chip(.waiting, t(T.schools.listUnsure)) }
            },
            Column(t(T.common.email)) { row in row.line.joining.email?.text ?? "" },
            Column(t(T.accounts.job)) { row in t.run(row.line.joining.work.job) },
            Column(t(T.accounts.workTeaches)) { row in t.run(row.line.joining.work.teaches) },
            Column(t(T.common.state)) { row in
                switch row.way {
                case .new: Chip(.good, t(T.schools.listNew))
                case .there: Chip(.neutral, t(T.schools.listThere))
                case .doubtful: Chip(.waiting, t(T.schools.listDoubtful))
                }
            },
        ]
    }
}
