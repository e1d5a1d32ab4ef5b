import Forms
import HTML
import Kernel
import Languages
import Look

struct SchoolProposalViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameters:
    ///   - lines: each with known institutions that it may be.
    ///   - open: the one whose form comes back.
    func list(_ lines: [(proposal: SchoolProposal, likely: [School])], _ form: FilledForm, open: SchoolProposal.ID?) -> Screen {
        Screen(t(T.centres.proposals), trail: [Look.Link(t(T.centres.schools), href: reader.link("/schools"))]) {
            if open != nil { FormFaults(form) }
            Heading(t(T.centres.proposals), lead: t(T.centres.proposalsLead))
            if lines.isEmpty { EmptyState(t(T.centres.proposalsNone), t(T.centres.proposalsNoneText)) { Empty() } }
            ForEach(lines) { line in self.line(line.proposal, line.likely, line.proposal.id == open ? form : nil) }
        }
    }

    @HTMLBuilder private func line(_ proposal: SchoolProposal, _ likely: [School], _ form: FilledForm?) -> some HTML {
        let path = reader.link("/schools/proposals/\(proposal.id)")
        h2 { proposal.name }
        ForEach(likely) { school in
            PersonLine(school.name(in: reader.language), href: reader.link("/schools/\(school.id)"), detail: place(school)) {
                ButtonForm(t(T.centres.proposalIsThis), .quiet, action: path + "/tie", hidden: reader.hidden + [Hidden(SchoolChoice.chosen, "\(school.id)")])
            }
        }
        Form(action: path + "/tie", hidden: reader.hidden, isInline: true) {
            Field(
                t(T.centres.proposalOther), name: SchoolChoice.words, row: form == nil ? "\(proposal.id)" : nil, value: form?[SchoolChoice.words] ?? "",
                error: form?.fault(SchoolChoice.words)
            ).text()
            Submit(t(T.centres.proposalTie), .quiet)
        }
        Buttons {
            LinkButton(t(T.centres.proposalNew), href: reader.link("/schools/new?proposal=\(proposal.id)"), .quiet)
            ButtonForm(t(T.centres.proposalDismiss), .quiet, action: path + "/dismiss", hidden: reader.hidden)
        }
    }

    private func place(_ school: School) -> String {
        [school.place(in: reader.language), reader.language.writes(school.details.address)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
