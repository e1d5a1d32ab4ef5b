import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// A class that sends its works at once: what is typed, and what was read of it.
struct ClassViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: WorkFormSight, _ form: FilledForm, _ plan: ClassPlan?, _ held: CarriedFiles) -> Screen {
        let contest = sight.contest, base = reader.link("/me/contests/\(contest.id)")
        return Screen(t(T.contests.classTitle), trail: [
            Look.Link(t(T.contests.mine), href: reader.link("/me/contests")), Look.Link(t.run(contest.name, contest.language), href: base),
        ], isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.contests.classTitle)), lead: t.run(contest.name, contest.language))
            HTML::p { t(T.contests.classLead) }
            if let plan { preview(plan, contest) }
            fields(sight, form, held, plan, base)
        }
    }

    @HTMLBuilder private func preview(_ plan: ClassPlan, _ contest: Contest) -> some HTML {
        let match = plan.match
        if plan.isWhole {
            Notice(.good, t(T.contests.classReady(count: plan.rows.count)), isNews: true) { HTML::p { t(T.contests.classReadyText) } }
        } else {
            Notice(.bad, t(T.contests.classNotReady), isNews: true) {
                ul {
                    ForEach(match.missing) { one in
                        let line = Value.number(one.line)
                        li { t(one.name.isEmpty ? T.contests.rowNoFile(line: line) : T.contests.rowFileMissing(line: line, name: .text(one.name))) }
                    }
                    ForEach(match.unnamed) { name in li { t(T.contests.fileNoRow(name: .text(name))) } }
                    ForEach(match.twice) { name in li { t(T.contests.fileTwice(name: .text(name))) } }
                }
                HTML::p { t(T.contests.classNothing) }
            }
        }
        DataTable(t(T.contests.classTable), rows: Array(zip(plan.rows, match.files)), columns: [
            Column(t(T.contests.line), .number) { row, _ in t.number(row.number) },
            Column(t(T.contests.authors), .name) { row, _ in row.authors.map(\.name).joined(separator: ", ") },
            Column(t(T.contests.grade)) { row, _ in row.authors.first?.grade.map { t(ContestGrade.name($0)) } ?? "–" },
            Column(t(T.contests.workTitle)) { row, _ in t.run(row.title, contest.language) },
            Column(t(T.contests.files)) { row, files in
                if files.count < max(1, row.files.count), plan.needsFile {
                    Chip(.bad, t(T.contests.fileLacks))
                } else {
                    files.map { plan.names[$0] }.joined(separator: ", ")
                }
            },
        ])
    }

    private func fields(_ sight: WorkFormSight, _ form: FilledForm, _ held: CarriedFiles, _ plan: ClassPlan?, _ base: String) -> some HTML {
        let contest = sight.contest
        return Look::Form(action: "\(base)/class", hidden: reader.hidden + held.hidden, hasFiles: true, isGuarded: true, label: t(T.contests.classTitle)) {
            if contest.categories.count > 1 {
                form.field(T.contests.category, "category").select([Field.Choice("", t(T.common.choose))] + contest.categories.map {
                    Field.Choice("\($0.id)", t.run($0.name, contest.language))
                })
            }
            form.field(T.contests.school, "school").select([Field.Choice("", t(T.common.choose))] + sight.schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
            form.field(T.contests.rows, "rows", .full, hint: T.contests.rowsHint).area(rows: 10)
            form.field(T.contests.list, "list", hint: T.contests.listHint, isOptional: true).file(accept: ".xlsx,.ods,.csv")
            if !held.names.isEmpty { HTML::p { t(T.contests.heldCount(count: held.names.count)) } }
            Field(
                t(T.contests.classFiles), name: "files", hint: t(T.contests.classFilesHint), error: form.fault("files"), optional: t(T.common.optional), .multiple()
            ).file(accept: ".jpg,.jpeg,.png,.webp,.pdf,.zip")
            if plan?.match.unnamed.isEmpty == false || form.typed.has("ignore") {
                Field(t(T.contests.ignoreUnnamed), name: "ignore", optional: "").check(isOn: form.typed.has("ignore"))
            }
            Buttons {
                if plan?.isWhole == true { Submit(t(T.contests.sendAll(count: plan?.rows.count ?? 0)), name: "sure", value: "yes") }
                Submit(t(T.contests.lookOver), plan?.isWhole == true ? .quiet : .primary)
            }
        }
    }
}
