import Forms
import HTML
import Kernel
import Languages
import Look

/// Class, pupils and companions of a group, in any form that asks for them.
struct PupilGroupFields: View {
    let form: FilledForm

    var body: Markup {
        let t = form.t
        Fieldset(t(T.registration.groupTitle)) {
            form.field(T.registration.groupClass, "grade", hint: T.registration.groupClassHint, autocomplete: "off", most: PupilGroup.longestGrade).text()
            FieldRow {
                form.field(T.registration.groupPupils, "pupils", .short, autocomplete: "off").number()
                form.field(T.registration.groupCompanions, "companions", .short, hint: T.registration.groupCompanionsHint, autocomplete: "off").number()
            }
        }
    }
}
