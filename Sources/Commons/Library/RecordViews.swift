import Forms
import HTML
import Kernel
import Languages
import Look

/// The page on which records are chosen.
struct RecordViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ form: FilledForm) -> Screen {
        Screen(t(T.library.bringRecords), trail: reader.libraryTrail) {
            FormFaults(form)
            Heading(t(T.library.bringRecords), lead: t(T.library.bringRecordsLead))
            Look::Form(action: reader.link("/staff/library/records"), hidden: reader.hidden, hasFiles: true) {
                form.field(T.library.recordsFile, "file", hint: T.library.recordsHint).file(accept: ".mrc,.iso,.marc,.xml,.mrk,.dat,.txt")
                Buttons {
                    Submit(t(T.library.lookAt))
                    LinkButton(t(T.library.bringList), href: reader.link("/imports/new/titles"), .quiet)
                }
            }
        }
    }
}
