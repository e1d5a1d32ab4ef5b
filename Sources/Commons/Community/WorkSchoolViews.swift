import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Portfolio
import Schools

struct WorkSchoolViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ works: [SchoolWork], _ lines: [Author.ID: [PointsTable.Line]], in school: School, _ form: FilledForm) -> Screen {
        let waiting = works.filter(\.isWaiting), others = works.filter { !$0.isWaiting }
        return Screen(t(T.community.schoolWorks), trail: [Look.Link(t.run(school.name), href: reader.link("/me/schools/\(school.id)"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.community.schoolWorks), lead: t(T.community.schoolLead))
            if works.isEmpty { EmptyState(t(T.community.schoolNone), t(T.community.schoolNoneText)) { Empty() } }
            ForEach(waiting) { work in
                line(work)
                Look::Form(action: reader.link("/me/schools/\(school.id)/works/\(work.author)"), hidden: reader.hidden, label: "\(work.name): \(work.title)") {
                    let given = lines[work.author] ?? []
                    if !given.isEmpty {
                        Field(
                            t(T.community.line), name: "line", row: "\(work.author)", hint: t(T.community.lineHint), error: form.fault("line"),
                            optional: t(T.common.optional)
                        ).select([Field.Choice("", t(T.community.noPoints))] + given.map { one in
                                Field.Choice(one.id.description, Run("\(t.shown(one.activity)) – \(t(T.community.points(count: one.leading ?? 0)))"))
                            })
                    }
                    Buttons { Submit(t(T.community.confirm)) }
                }
            }
            if !others.isEmpty {
                h2 { t(T.community.schoolOthers) }
                ForEach(others) { line($0) }
            }
        }
    }

    private func line(_ work: SchoolWork) -> some HTML {
        var detail = [t.run(work.title, work.language), Run(t.day(work.published, .numeric))]
        if let points = work.points { detail.append(Run(t(T.community.points(count: points)))) }
        let chip = work.confirmed != nil ? Chip(.good, t(T.community.confirmed)) : Chip(.waiting, t(work.isOwn ? T.community.ownWork : T.community.awaitsSchool))
        return PersonLine(Run(work.name), href: reader.link(work.path), detail: detail, state: chip)
    }
}
