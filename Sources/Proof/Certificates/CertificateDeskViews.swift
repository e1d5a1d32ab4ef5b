import Events
import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

struct CertificateDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ desk: CertificateDesk) -> Screen {
        Screen(t(T.certificates.title)) {
            Heading(t(T.certificates.title), lead: t(T.certificates.deskLead))
            Form(action: reader.link("/staff/certificates"), method: .get, isInline: true, label: t(T.certificates.search)) {
                Field(t(T.certificates.searchWords), name: "q", value: desk.words, optional: "").search()
                Submit(t(T.common.search), .quiet)
            }
            if !desk.words.isEmpty { found(desk.found) }
            h2 { t(T.certificates.waiting) }
            if desk.waiting.isEmpty { HTML::p { t(T.certificates.nothingWaits) } }
            ForEach(desk.waiting) { waiting in
                let title = waiting.event.map { t.run($0.title(in: t.language)) } ?? Run(t(T.certificates.batch))
                BatchViews(reader: reader).line(waiting.batch, title: Run("\(title.text) (\(waiting.count))", lang: title.lang))
            }
            h2 { t(T.certificates.registers) }
            if desk.registers.isEmpty { HTML::p { t(T.certificates.noRegisters) } } else { registers(desk.registers) }
            HTML::p { a(.href(reader.link("/imports/new/\(EarlierCertificateImport.kind.word)"))) { t(T.certificates.earlierImport) } }
            HTML::p { a(.href(reader.link("/certificates"))) { t(T.certificates.checkTitle) } }
        }
    }

    @HTMLBuilder
    private func found(_ certificates: [Certificate]) -> some HTML {
        let title = t(T.certificates.found(count: certificates.count))
        h2 { title }
        if certificates.isEmpty { HTML::p { t(T.certificates.foundNothing) } } else { table(certificates, title) }
    }

    private func registers(_ registers: [Register]) -> some HTML {
        DataTable(t(T.certificates.registers), rows: registers, columns: [
            Column(t(T.certificates.register), .name) { register in
                a(.href(reader.link("/staff/registers/\(register.id)"))) {
                    t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
                }
                if register.isEarlier { " "; Chip(.neutral, t(T.certificates.earlier)) }
            },
            Column(t(T.certificates.numbers), .number) { register in if !register.isEarlier { t.number(register.lastNumber) } },
            Column(t(T.certificates.lastDay)) { register in register.lastDay.map { t.day($0, .short) } ?? "" },
        ], isCaptionHidden: true)
    }

    func table(_ certificates: [Certificate], _ caption: String) -> some HTML {
        DataTable(caption, rows: certificates, columns: [
            Column(t(T.certificates.number), .name) { certificate in a(.href(reader.link("/staff/certificates/\(certificate.id)"))) { certificate.label } },
            Column(t(T.certificates.issuedOn)) { certificate in certificate.day.map { t.day($0, .numeric) } ?? "" },
            Column(t(T.certificates.name)) { certificate in certificate.facts == nil ? t(T.certificates.erased) : certificate.name },
            Column(t(T.certificates.titleField)) { certificate in t.run(certificate.title) },
            Column(t(T.certificates.points), .number) { certificate in certificate.points > 0 ? t.number(certificate.points) : "" },
            Column(t(T.common.state)) { certificate in state(certificate) },
        ], isCaptionHidden: true)
    }

    /// Where it stands, and whether it is a duplicate.
    @HTMLBuilder
    func state(_ certificate: Certificate) -> some HTML {
        Chip(certificate.state.tone, t(certificate.state.name))
        if certificate.isEarlier {
            " "
            Chip(.neutral, t(T.certificates.earlier))
        }
        if certificate.isDuplicate {
            " "
            Chip(.info, t(T.certificates.duplicate))
        }
    }
}
