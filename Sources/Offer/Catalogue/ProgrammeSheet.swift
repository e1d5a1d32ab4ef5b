import Imports
import Kernel
import Languages
import Sheets

/// Programmes as a spreadsheet, under heads that the import knows: what is taken out can be read in again and changes nothing.
enum ProgrammeSheet {
    static func sheet(_ programmes: [Programme], _ t: Texts) -> Sheet {
        let columns = ProgrammeImport.columns
        return Sheet(
            t(T.catalogue.programmes), columns: columns.map { Sheet.Column(t($0.label), width: width($0.name)) },
            rows: programmes.map { programme in columns.map { cell(programme, $0.name, t) } })
    }

    private static func width(_ column: String) -> Double {
        switch column {
        case "title": 44
        case "goal", "specific_goals", "outcomes", "topics", "phases", "evaluation", "follow_up", "trainers", "authors", "institution": 32
        case "number", "hours", "days", "seats", "seats_min", "free": 10
        default: 20
        }
    }

    /// What the import reads from the column of this name.
    private static func cell(_ programme: Programme, _ column: String, _ t: Texts) -> Cell {
        let draft = programme.draft
        func named(_ lines: [String]) -> Cell {
            // A mark between people keeps the comma for what stands behind a name.
            .text(lines.joined(separator: "; ") + (lines.contains { $0.contains(",") } ? ";" : ""))
        }
        switch column {
        case "cycle": return .text(programme.cycle.title)
        case "number": return .text(draft.number)
        case "title": return .text(draft.title)
        case "language": return .text(t(ProgrammeWords.phrase(draft.language)))
        case "hours": return .number(draft.hours)
        case "days": return draft.days.map { .number($0) } ?? .empty
        case "competence": return .text(programme.competence?.label ?? "")
        case "priority": return .text(programme.priority?.label ?? "")
        case "area": return .text(programme.area?.label ?? "")
        case "targets": return .text(programme.targets.map(\.label).joined(separator: "\n"))
        case "target": return .text(draft.target)
        case "authors": return named(draft.authors)
        case "trainers": return named(draft.trainers)
        case "contact": return .text(draft.contact)
        case "reach": return .text(draft.reach)
        case "seats_min": return draft.seatsMin > 0 ? .number(draft.seatsMin) : .empty
        case "seats": return .number(draft.seatsMax)
        case "institution": return .text(draft.institution)
        case "form": return .text(t.name(draft.form))
        case "phases": return .text(draft.phases)
        case "price": return .text(draft.price.map { $0 == 0 ? t(T.catalogue.free) : ProgrammeDraft.written($0) } ?? "")
        case "covers": return .text(draft.priceCovers)
        case "goal": return .text(draft.goal)
        case "specific_goals": return .text(draft.specificGoals)
        case "outcomes": return .text(draft.outcomes)
        case "topics": return .text(draft.topics)
        case "evaluation": return .text(draft.evaluation)
        case "follow_up": return .text(draft.followUp)
        case "earlier": return .text(draft.earlier.map(\.written).joined(separator: "\n"))
        case "free": return .text(t(draft.isFree ? T.common.yes : T.common.no))
        default: return .empty
        }
    }
}
