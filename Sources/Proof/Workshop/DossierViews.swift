import Catalogue
import Files
import FollowUp
import Forms
import HTML
import Kernel
import Languages
import Look
import Questionnaires

/// What goes along with a dossier, and its text for another's form.
struct DossierViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func enclosures(_ sheet: ProposalSheet, _ form: FilledForm) -> Screen {
        let proposal = sheet.proposal, path = reader.link("/proposals/\(proposal.id)"), parts = sheet.dossier.call?.enclosures ?? []
        let isOpen = proposal.state.isOpen || (proposal.state == .complete && sheet.isStaff)
        return ProposalFrame(reader: reader).screen(proposal, at: "/enclosures") {
            FormFaults(form)
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(T.workshop.enclosures)), lead: Run(t(T.workshop.enclosuresLead)))
            Buttons {
                LinkButton(t(T.workshop.takeArchive), href: path + "/dossier.zip", icon: .download)
                LinkButton(t(T.workshop.takePaper), href: path + "/dossier.pdf", .quiet, icon: .print)
            }
            DataTable(t(T.workshop.enclosures), rows: parts, columns: [
                Column(t(T.workshop.enclosure), .name) { part in FieldName(reader: reader, code: part.code, part: part) },
                Column(t(T.common.file)) { part in
                    ul {
                        ForEach(sheet.dossier.enclosures.filter { $0.code == part.code }) { enclosure in
                            li {
                                a(.href(reader.link(enclosure.file.path))) { enclosure.file.name }
                                if isOpen {
                                    Form(
                                        action: path + "/enclosures/\(enclosure.id)/remove", hidden: reader.hidden, isInline: true,
                                        label: "\(t(T.common.remove)): \(enclosure.file.name) \(enclosure.id)"
                                    ) { Submit(t(T.common.remove), .quiet) }
                                }
                            }
                        }
                    }
                },
                Column(t(T.common.state)) { part in
                    let isThere = sheet.dossier.enclosures.contains { $0.code == part.code }
                    if isThere { Chip(.good, t(T.workshop.there)) } else {
                        Chip(part.isRequired ? .waiting : .neutral, t(part.isRequired ? T.workshop.missing : T.workshop.emptyOptional))
                    }
                },
            ])
            if isOpen, !parts.isEmpty {
                h2 { t(T.workshop.enclose) }
                Form(action: path + "/enclosures", hidden: reader.hidden, hasFiles: true, label: t(T.workshop.enclose)) {
                    form.field(T.workshop.enclosure, "code", .full).select([Field.Choice("", t(T.catalogue.notChosen))] + parts.map { part in
                        let said = part.words.said(in: t.language)
                        return Field.Choice(part.code, t.run(said.text, said.language))
                    })
                    FileFields(form, T.common.file, "file", [.picture, .document], asksAlt: false)
                    Buttons { Submit(t(T.workshop.enclose)) }
                }
            }
            evidence(sheet, path)
        }
    }

    // MARK: What pilots have shown

    @HTMLBuilder private func evidence(_ sheet: ProposalSheet, _ path: String) -> some HTML {
        h2 { t(T.workshop.evidence) }
        HTML::p { t(T.workshop.evidenceLead) }
        if !sheet.dossier.evidence.isEmpty { table(t(T.workshop.evidence), sheet.dossier.evidence, sheet, path, isThere: true) }
        if !sheet.offered.isEmpty { table(t(T.workshop.offered), sheet.offered, sheet, path, isThere: false) }
    }

    private func table(_ title: String, _ rows: [PilotEvidence], _ sheet: ProposalSheet, _ path: String, isThere: Bool) -> some HTML {
        DataTable(title, rows: rows, columns: [
            Column(t(T.workshop.pilot), .name) { one in t.run(one.title, one.language) },
            Column(t(T.workshop.mean), .number) { one in t.mean(one.mean) },
            Column(t(T.workshop.answers), .number) { one in one.answers > 0 ? t.number(one.answers) : "–" },
            Column(t(T.workshop.use)) { one in one.index.share.map { t($0.said) } ?? "–" },
            Column(t(T.workshop.frozenOn)) { one in t.day(one.frozen, .numeric) },
            Column(t(isThere ? T.common.remove : T.workshop.putIn), .act) { one in
                if sheet.proposal.state.isOpen {
                    Form(
                        action: path + "/evidence", hidden: reader.hidden + [Hidden("source", one.source)] + (isThere ? [Hidden("remove", "yes")] : []), isInline: true,
                        label: "\(t(isThere ? T.common.remove : T.workshop.putIn)): \(t.shown(one.title)) \(one.source)"
                    ) { Submit(t(isThere ? T.common.remove : T.workshop.putIn), .quiet) }
                }
            },
        ])
    }

    // MARK: Field by field

    func copy(_ sheet: ProposalSheet) -> Screen {
        let proposal = sheet.proposal, fields = sheet.dossier.call?.fields ?? []
        return ProposalFrame(reader: reader).screen(proposal, at: "/copy") {
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(T.workshop.copy)), lead: Run(t(T.workshop.copyLead)))
            Buttons { LinkButton(t(T.workshop.takePaper), href: reader.link("/proposals/\(proposal.id)/dossier.pdf"), .quiet, icon: .print) }
            ForEach(fields) { part in
                let text = sheet.dossier.text(part.code), count = Value.number(ContentLine.letters(of: text)), id = "copy-\(part.code)"
                div(.class("field")) {
                    HTML::label(.for(id)) { FieldName(reader: reader, code: part.code, part: part) }
                    HTML::p(.class("hint"), .id("\(id)-hint")) {
                        part.most.map { t(T.workshop.countOf(letters: count, most: .number($0))) } ?? t(T.workshop.count(letters: count))
                    }
                    textarea(.id(id), .class("full"), .rows(4), .readonly(), .aria("describedby", "\(id)-hint"), .lang(proposal.facts.language.htmlLang)) {
                        Verbatim(text)
                    }
                    button(.class("button quiet"), .type(.button), .data("copy", id), .data("done", t(T.workshop.copied)), .hidden()) {
                        t(T.workshop.copyAct)
                        span(.class("unseen")) { ": "; FieldName(reader: reader, code: part.code, part: part) }
                    }
                }
            }
        }
    }
}
