import Forms
import HTML
import Kernel
import Languages
import Look

/// The sheets of paper of an asking: how many there are, which were typed in, and the way to print more.
struct SheetViews {
    let reader: Reader
    let survey: Survey
    private var t: Texts { reader.t }
    private var path: String { reader.link("/staff/surveys/\(survey.id)") }

    func page(_ entered: Set<Int>, _ form: FilledForm) -> Screen {
        Screen(t(T.questionnaires.paper), trail: SheetEntryViews(reader: reader, survey: survey).trail) {
            FormFaults(form)
            Heading(SurveyViews(reader: reader).name(survey), kind: Run(t(T.questionnaires.paper)), lead: Run(t(T.questionnaires.paperLead)))
            if survey.sheets > 0 {
                SheetsEntered(entered: entered, survey: survey, t: t)
                print
            }
            if survey.state(on: reader.today) == .open, survey.sheets > 0 {
                Buttons { LinkButton(t(T.questionnaires.toEntry), href: path + "/entry", .quiet) }
            }
            if survey.ended == nil { more(form) }
        }
    }

    private var print: some HTML {
        let last = max(1, survey.sheets - SheetCode.atOnce.upperBound + 1), own = survey.language ?? t.language
        return HTML::section {
            h2 { t(T.questionnaires.printSheets) }
            Form(action: path + "/paper.pdf", method: .get) {
                FieldRow {
                    number(T.questionnaires.sheetsFrom, "from", reader.query["from"].isEmpty ? "\(last)" : reader.query["from"])
                    number(T.questionnaires.sheetsTo, "to", reader.query["to"].isEmpty ? "\(survey.sheets)" : reader.query["to"])
                    Field(t(T.questionnaires.sheetLanguage), name: "language", value: own.rawValue, width: .short).select(
                        languages.map { Field.Choice($0.rawValue, $0.ownName) })
                }
                Buttons { Submit(t(T.questionnaires.printAct)) }
            }
        }
    }

    private func number(_ label: Phrase, _ name: String, _ value: String) -> some HTML { Field(t(label), name: name, value: value, width: .short).number() }

    /// Those in which it asks; Serbian in both scripts.
    private var languages: [Language] { survey.content.languages.flatMap { $0 == .sr ? [.sr, .srLatn] : [$0] } }

    private func more(_ form: FilledForm) -> some HTML {
        HTML::section {
            h2 { t(T.questionnaires.moreSheets) }
            HTML::p { t(T.questionnaires.moreSheetsText) }
            Form(action: path + "/paper", hidden: reader.hidden) {
                form.field(T.questionnaires.sheetsCount, "count", .short, otherwise: "30").number()
                Buttons { Submit(t(T.questionnaires.moreSheetsAct), survey.sheets == 0 ? .primary : .quiet) }
            }
        }
    }
}

/// How many sheets were typed in, and which are still to come.
struct SheetsEntered: View {
    let entered: Set<Int>
    let survey: Survey
    let t: Texts

    private static let told = 20

    var body: Markup {
        let said = t(T.questionnaires.sheetsEntered(entered: .number(entered.count), sheets: .number(survey.sheets)))
        let left = (0..<survey.sheets).map { $0 + 1 }.filter { !entered.contains($0) }
        HTML::p { said }
        Meter(said, value: entered.count, of: max(1, survey.sheets))
        if !left.isEmpty, !entered.isEmpty {
            HTML::p(.class("muted small")) {
                t(T.questionnaires.sheetsLeft(numbers: .text(left.prefix(Self.told).map { "\($0)" }.joined(separator: ", ") + (left.count > Self.told ? " …" : ""))))
            }
        }
    }
}
