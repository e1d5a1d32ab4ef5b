import Forms
import HTML
import Kernel
import Languages
import Look

/// A call and its categories, as the desk writes them.
struct ContestFormViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.contests.title), href: reader.link("/staff/contests"))] }

    func form(_ contest: Contest?, _ above: [Contest], _ form: FilledForm) -> Screen {
        let base = contest.map { reader.link("/staff/contests/\($0.id)") }
        let own = contest.map { [Look.Link(t.run($0.name, $0.language), href: reader.link("/staff/contests/\($0.id)"))] } ?? []
        return Screen(t(contest == nil ? T.contests.new : T.contests.edit), trail: trail + own) {
            FormFaults(form)
            Heading(Run(t(contest == nil ? T.contests.new : T.contests.edit)), lead: contest.map { t.run($0.name, $0.language) })
            if let contest { categories(contest) }
            Look::Form(action: base.map { "\($0)/edit" } ?? reader.link("/staff/contests/new"), hidden: reader.hidden, isGuarded: true, label: t(T.contests.call)) {
                form.field(T.contests.name, "name", .full, most: TextLimit.line.rawValue).text()
                form.field(T.contests.kind, "kind").select(ContestKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.contests.language, "language").select(ContestDraft.languages.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                form.field(T.contests.who, "who").radios([
                    Field.Choice("pupils", t(T.contests.forPupils), hint: t(T.contests.forPupilsHint)), Field.Choice("teachers", t(T.contests.forTeachers)),
                ])
                Field(t(T.contests.hasJury), name: "hasJury", hint: t(T.contests.hasJuryHint), optional: "").check(isOn: form.typed.has("hasJury"))
                moment(T.contests.opens, "opens", form)
                moment(T.contests.closes, "closes", form)
                form.field(T.contests.callLead, "lead", .full, hint: T.contests.callLeadHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                form.field(T.contests.rules, "rules", .full, hint: T.contests.rulesHint, isOptional: true).area(rows: 12)
                form.field(T.contests.prizes, "prizes", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                form.field(T.contests.partners, "partners", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                form.field(T.contests.level, "level").select(ContestLevel.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                if !above.isEmpty {
                    form.field(T.contests.parent, "parent", hint: T.contests.parentHint, isOptional: true)
                        .select([Field.Choice("", t(T.contests.noParent))] + above.map { Field.Choice("\($0.id)", t.run($0.name, $0.language)) })
                    form.field(T.contests.threshold, "threshold", .short, isOptional: true).number()
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func moment(_ label: Phrase, _ name: String, _ form: FilledForm) -> some HTML {
        Fieldset(t(label)) {
            FieldRow {
                form.day(T.contests.day, "\(name)Day")
                form.field(T.contests.time, "\(name)Time", .short).time()
            }
        }
    }

    @HTMLBuilder private func categories(_ contest: Contest) -> some HTML {
        let base = reader.link("/staff/contests/\(contest.id)/categories")
        h2 { t(T.contests.categories) }
        if contest.categories.isEmpty { HTML::p { t(T.contests.categoriesNone) } }
        ForEach(contest.categories) { category in
            PersonLine(
                t.run(category.name, contest.language), href: "\(base)/\(category.id)",
                detail: [Run(t(ContestGrade.range(category.draft.grades))), Run(ContestViews.files(category.draft, t))])
        }
        Buttons { LinkButton(t(T.contests.addCategory), href: "\(base)/new", .quiet) }
        h2 { t(T.contests.call) }
    }

    func category(_ contest: Contest, _ category: ContestCategory?, _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/contests/\(contest.id)/categories"), path = category.map { "\(base)/\($0.id)" }
        let grades = [Field.Choice("", "–")] + AuthorDraft.grades.map { Field.Choice("\($0)", t(ContestGrade.name($0))) }
        return Screen(t(category == nil ? T.contests.addCategory : T.contests.editCategory), trail: trail + [
            Look.Link(t.run(contest.name, contest.language), href: reader.link("/staff/contests/\(contest.id)/edit")),
        ]) {
            FormFaults(form)
            Heading(Run(t(category == nil ? T.contests.addCategory : T.contests.editCategory)), lead: t.run(contest.name, contest.language))
            Look::Form(action: path ?? "\(base)/new", hidden: reader.hidden, isGuarded: true, label: t(T.contests.category)) {
                form.field(T.contests.categoryName, "name", .full).text()
                form.field(T.contests.discipline, "discipline", isOptional: true, most: TextLimit.line.rawValue).text()
                Fieldset(t(T.contests.grades), hint: t(T.contests.gradesHint)) {
                    FieldRow {
                        form.field(T.contests.from, "from", .short, isOptional: true).select(grades)
                        form.field(T.contests.to, "to", .short, isOptional: true).select(grades)
                    }
                }
                form.field(T.contests.whatIsSent, "kinds", hint: T.contests.kindsHint, isOptional: true)
                    .checkboxes(ContestFileKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("kinds")))
                form.field(T.contests.leastPixels, "leastPixels", .short, hint: T.contests.leastPixelsHint, isOptional: true).number()
                form.field(T.contests.mostMegabytes, "mostMegabytes", .short, hint: T.contests.mostMegabytesHint, isOptional: true).number()
                form.field(T.contests.mostWorks, "mostWorks", .short).number()
                Buttons { Submit(t(T.common.save)) }
            }
            if let path { ButtonForm(t(T.contests.removeCategory), .quiet, action: "\(path)/remove", hidden: reader.hidden) }
        }
    }
}
