import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a school gives for what is done inside it, line by line.
struct PointsTableViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private static let spare = 4

    func page(_ school: School, _ tables: [PointsTable], _ form: FilledForm) -> Screen {
        let base = "/me/schools/\(school.id)/points", lines = PointsTableDraft.places(form.typed), shown = min(PointsTableDraft.linesMost, lines + Self.spare)
        return Screen(t(T.portfolio.table), trail: [Look.Link(t.run(school.name), href: reader.link("/me/schools/\(school.id)"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.portfolio.table), lead: t(T.portfolio.tableLead))
            if tables.isEmpty, lines == 0 {
                EmptyState(t(T.portfolio.tableNone), t(T.portfolio.tableNoneText)) {
                    LinkButton(t(T.portfolio.tableUsual), href: reader.link("\(base)?usual=yes"))
                }
            }
            Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true) {
                form.day(T.portfolio.tableSince, "since", hint: T.portfolio.tableSinceHint)
                ForEach(Array(1...max(1, shown))) { place in
                    Fieldset(t(T.portfolio.tableLine(place: .number(place)))) {
                        form.field(T.portfolio.activityName, "activity\(place)", .full, isOptional: true).text()
                        FieldRow {
                            form.field(T.portfolio.leading, "leading\(place)", .short, isOptional: true).number()
                            form.field(T.portfolio.attending, "attending\(place)", .short, isOptional: true).number()
                        }
                    }
                }
                Buttons { Submit(t(T.common.save)) }
            }
            if tables.count > 1 {
                h2 { t(T.portfolio.tablesEarlier) }
                ul { ForEach(tables.dropFirst()) { table in li { t(T.portfolio.packSince(day: .day(table.since))) } } }
            }
        }
    }
}

extension PointsTableDraft {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let since = Day(typed: typed["since"])
        faults.require(since != nil, "since", T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
        var lines: [Line] = []
        for place in 1...Self.linesMost {
            let activity = typed["activity\(place)"]
            let leading = faults.numberOrNothing(typed, "leading\(place)", in: EntryDetails.pointBounds)
            let attending = faults.numberOrNothing(typed, "attending\(place)", in: EntryDetails.pointBounds)
            faults.limit(activity, "activity\(place)", most: TextLimit.sentence.rawValue)
            guard !activity.isEmpty || leading != nil || attending != nil else { continue }
            faults.require(!activity.isEmpty, "activity\(place)", T.common.errorMissing)
            faults.require(leading != nil || attending != nil, "leading\(place)", T.portfolio.errorNoPoints)
            lines.append(Line(activity, leading: leading, attending: attending))
        }
        faults.require(!lines.isEmpty, "activity1", T.portfolio.errorNoLines)
        try faults.check()
        self.init(since: since ?? .first, lines: lines)
    }

    var typed: Typed {
        Typed([("since", since.iso)] + lines.enumerated().flatMap { place, line in
            [
                ("activity\(place + 1)", line.activity), ("leading\(place + 1)", line.leading.map { "\($0)" } ?? ""),
                ("attending\(place + 1)", line.attending.map { "\($0)" } ?? ""),
            ]
        })
    }

    /// The last line in which something stands.
    static func places(_ typed: Typed) -> Int {
        (1...linesMost).last { place in ["activity", "leading", "attending"].contains { !typed["\($0)\(place)"].isEmpty } } ?? 0
    }

    /// Values that schools often give, from memory and not from a text of law: each school decides its own.
    static func usual(since: Day, _ t: Texts) -> PointsTableDraft {
        let usual: [(Phrase, Int?, Int?)] = [
            (T.portfolio.usualLesson, 8, 2), (T.portfolio.usualPresentation, 4, 1), (T.portfolio.usualWorkshop, 6, 2), (T.portfolio.usualArticle, 10, nil),
            (T.portfolio.usualMentor, 10, nil), (T.portfolio.usualProject, 8, nil), (T.portfolio.usualJury, 3, nil),
        ]
        return PointsTableDraft(since: since, lines: usual.map { Line(t($0), leading: $1, attending: $2) })
    }
}

extension PointsTable {
    /// The same as a new one, to be changed.
    func draft(since: Day) -> PointsTableDraft {
        PointsTableDraft(since: since, lines: lines.map { .init($0.activity, leading: $0.leading, attending: $0.attending) })
    }
}
