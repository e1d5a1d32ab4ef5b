import HTML
import Kernel
import Languages
import Look

/// The pages that stop somebody and tell the way out.
extension Visit {
    /// There is no such page, or not for this reader: where to go instead.
    func missing() -> Answer {
        page(t(T.web.missingTitle), status: 404) {
            Heading(t(T.web.missingTitle), lead: t(T.web.missingText))
            ul {
                ForEach(Menu(self).main) { line in li { a(.href(line.href)) { line.label } } }
            }
        }
    }

    func stopped(_ problem: Problem, status: Int) -> Answer {
        page(t(T.common.notPossible), status: status) {
            Heading(t(T.common.notPossible))
            Notice(.waiting) {
                ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } }
            }
            HTML::p { a(.href(link(""))) { t(T.web.home) } }
        }
    }

    func broken(_ words: Phrase, status: Int, incident: String?) -> Answer {
        page(t(T.web.brokenTitle), status: status) {
            Heading(t(T.web.brokenTitle), lead: t(words))
            if let incident { HTML::p { t(T.web.incident(number: .text(incident))) } }
            HTML::p { a(.href(link(""))) { t(T.web.home) } }
        }
    }
}
