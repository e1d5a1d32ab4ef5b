import Bookings
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Papers
import Planning
import Projects
import Questionnaires
import Registry
import Tables
import Web

/// What the one search finds for those who run a centre, and for nobody else: its halls, its things, what came to its calls, its questionnaires and
/// surveys, the lines of its plans, its projects and partners, papers of its register, tables that its people keep.
struct StaffFound: Sendable {
    let halls: [Hall]
    let equipment: [Equipment]
    let papers: [Paper]
    let questionnaires: [Questionnaire]
    let surveys: [Survey]
    let planned: [(plan: YearPlan, item: PlanItem)]
    let projects: [Project]
    let partners: [Partner]
    let papersEntered: [RegistryEntry]
    let tables: [OwnTable]

    static func find(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> StaffFound {
        guard act.by.coordinates(centre) else {
            return StaffFound(
                halls: [], equipment: [], papers: [], questionnaires: [], surveys: [], planned: [], projects: [], partners: [], papersEntered: [], tables: [])
        }
        let halls = try HallStore.halls(of: centre, all: true, in: act).filter { Fold.finds(words, in: "\($0.name) \($0.details.address)") }
        let things = try EquipmentStore.equipment(of: centre, all: true, in: act).filter { Fold.finds(words, in: "\($0.name) \($0.details.note)") }
        return StaffFound(
            halls: Array(halls.prefix(limit)), equipment: Array(things.prefix(limit)), papers: try PaperStore.found(words, at: centre, limit: limit, in: act),
            questionnaires: try QuestionnaireStore.found(words, at: centre, limit: limit, in: act),
            surveys: try SurveyStore.found(words, at: centre, limit: limit, in: act),
            planned: try YearPlanStore.found(words, at: centre, limit: limit, in: act),
            projects: try ProjectStore.inside(words, at: centre, limit: limit, in: act), partners: try PartnerStore.found(words, at: centre, limit: limit, in: act),
            papersEntered: try RegistryListStore.found(words, at: centre, limit: limit, in: act),
            tables: try OwnTableStore.found(words, at: centre, limit: limit, in: act))
    }

    var isEmpty: Bool {
        halls.isEmpty && equipment.isEmpty && papers.isEmpty && questionnaires.isEmpty && surveys.isEmpty && planned.isEmpty && projects.isEmpty && partners.isEmpty
            && papersEntered.isEmpty && tables.isEmpty
    }
}

struct StaffFoundView: View {
    let found: StaffFound
    let reader: Reader
    private var t: Texts { reader.t }

    init(_ found: StaffFound, _ reader: Reader) { (self.found, self.reader) = (found, reader) }

    var body: Markup {
        if !found.halls.isEmpty {
            h2 { t(T.centres.halls) }
            ForEach(found.halls) { hall in
                PersonLine(
                    t.run(hall.name), href: reader.link("/settings/halls/\(hall.id)"), detail: hall.details.address.isEmpty ? [] : [t.run(hall.details.address)],
                    state: hall.isClosed ? Chip(.neutral, t(T.centres.hallIsClosed)) : nil)
            }
        }
        if !found.equipment.isEmpty {
            h2 { t(T.bookings.equipment) }
            ForEach(found.equipment) { thing in
                PersonLine(
                    t.run(thing.name), href: reader.link("/settings/equipment/\(thing.id)"), detail: thing.details.note.isEmpty ? [] : [t.run(thing.details.note)],
                    state: thing.isClosed ? Chip(.neutral, t(T.centres.hallIsClosed)) : nil)
            }
        }
        if !found.papers.isEmpty {
            h2 { t(T.papers.title) }
            ForEach(found.papers) { paper in
                PersonLine(
                    t.run(paper.version?.text.title ?? ""), href: reader.link("/staff/papers/\(paper.id)"), detail: [Run(paper.speakers)],
                    state: Chip(paper.state.tone, t(paper.state.name)))
            }
        }
        if !found.questionnaires.isEmpty {
            h2 { t(T.questionnaires.questionnaires) }
            ForEach(found.questionnaires) { one in PersonLine(t.run(one.content.title), href: reader.link("/staff/questionnaires/\(one.id)")) }
        }
        if !found.surveys.isEmpty {
            h2 { t(T.questionnaires.surveys) }
            ForEach(found.surveys) { SurveyLine($0, reader) }
        }
        if !found.planned.isEmpty {
            h2 { t(T.planning.lines) }
            ForEach(found.planned) { line in
                PersonLine(
                    t.run(line.item.details.title), href: reader.link("/staff/plans/\(line.plan.id)/items/\(line.item.id)"),
                    detail: [Run(t.term(line.item.details.days))])
            }
        }
        if !found.projects.isEmpty {
            h2 { t(T.projects.otherProjects) }
            ForEach(found.projects) { project in
                PersonLine(t.run(project.details.name), href: reader.link(project.deskPath), state: Chip(.neutral, t(project.state.name)))
            }
        }
        if !found.partners.isEmpty {
            h2 { t(T.projects.partners) }
            ForEach(found.partners) { one in PersonLine(t.run(one.details.name), href: reader.link(one.path), detail: [Run(t(one.details.kind.name))]) }
        }
        if !found.papersEntered.isEmpty {
            h2 { t(T.registry.title) }
            ForEach(found.papersEntered) { entry in PersonLine(t.run(entry.draft.subject), href: reader.link(entry.path), detail: [Run(entry.label)]) }
        }
        if !found.tables.isEmpty {
            h2 { t(T.tables.title) }
            ForEach(found.tables) { table in PersonLine(t.run(table.name), href: reader.link(table.address), detail: [Run(t(table.kind.name))]) }
        }
    }
}
