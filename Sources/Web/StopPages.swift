import HTML
import Kernel
import Languages
import Look

/// The pages that stop somebody and tell the way out.
extension Visit {
    /// There is no such page, or not for this reader: where to go instead.
    func missing() -> Answer {
        page(Screen(t(T.web.missingTitle)) {
            Heading(t(T.web.missingTitle), lead: t(T.web.missingText))
            ul {
                ForEach(Menu(self).main) { line in li { a(.href(line.href)) { line.label } } }
            }
        }, status: 404)
    }

    func stopped(_ problem: Problem, status: Int) -> Answer {
        page(Screen(t(T.common.notPossible)) {
            Heading(t(T.common.notPossible))
            Notice(.waiting) {
                ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } }
            }
            HTML::p { a(.href(link(""))) { t(T.web.home) } }
        }, status: status)
    }

    func broken(_ words: Phrase, status: Int, incident: String?) -> Answer {
        page(Screen(t(T.web.brokenTitle)) {
            Heading(t(T.web.brokenTitle), lead: t(words))
            if let incident { HTML::p { t(T.web.incident(number: .text(incident))) } }
            HTML::p { a(.href(link(""))) { t(T.web.home) } }
        }, status: status)
    }
}
