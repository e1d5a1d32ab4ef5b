import Forms
import HTML
import Kernel
import Languages
import Look

struct QuestionnaireFileViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ form: FilledForm) -> Screen {
        Screen(t(T.questionnaires.bring), trail: [Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires"))]) {
            FormFaults(form)
            Heading(t(T.questionnaires.bring), lead: t(T.questionnaires.bringLead))
            Form(action: reader.link("/staff/questionnaires/bring"), hidden: reader.hidden, hasFiles: true) {
                form.field(T.questionnaires.file, "file", hint: T.questionnaires.fileHint).file(accept: ".xlsx,.json")
                form.field(T.questionnaires.purpose, "purpose", otherwise: Questionnaire.Purpose.other.rawValue).radios(
                    Questionnaire.Purpose.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                Buttons { Submit(t(T.questionnaires.bringAct)) }
            }
            HTML::p { t(T.questionnaires.bringNote) }
        }
    }
}
