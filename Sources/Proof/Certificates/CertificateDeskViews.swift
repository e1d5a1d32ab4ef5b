import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

enum CertificateDeskViews {
    static func list(_ visit: Visit, _ desk: CertificateDesk) -> Answer {
        let t = visit.t
        return visit.page(t(T.certificates.title)) {
            Heading(t(T.certificates.title), lead: t(T.certificates.deskLead))
            Form(action: visit.link("/staff/certificates"), method: .get, isInline: true, label: t(T.certificates.search)) {
                Field(t(T.certificates.searchWords), name: "q", value: desk.words, optional: "").search()
                Submit(t(T.common.search), .quiet)
            }
            if !desk.words.isEmpty { found(visit, desk.found) }
            h2 { t(T.certificates.waiting) }
            if desk.waiting.isEmpty { HTML::p { t(T.certificates.nothingWaits) } }
            ForEach(desk.waiting) { waiting in
                BatchViews.line(waiting.batch, visit, title: "\(waiting.event?.title(in: t.language).text ?? t(T.certificates.batch)) (\(waiting.count))")
            }
            h2 { t(T.certificates.registers) }
            if desk.registers.isEmpty { HTML::p { t(T.certificates.noRegisters) } } else {
                DataTable(t(T.certificates.registers), rows: desk.registers, columns: [
                    Column(t(T.certificates.register), .name) { register in
                        a(.href(visit.link("/staff/registers/\(register.id)"))) { t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)"))) }
                    },
                    Column(t(T.certificates.numbers), .number) { register in t.number(register.lastNumber) },
                    Column(t(T.certificates.lastDay)) { register in register.lastDay.map { t.day($0, .short) } ?? "" },
                ], isCaptionHidden: true)
            }
            HTML::p { a(.href(visit.link("/certificates"))) { t(T.certificates.checkTitle) } }
        }
    }

    @HTMLBuilder
    private static func found(_ visit: Visit, _ certificates: [Certificate]) -> some HTML {
        let t = visit.t
        h2 { t(T.certificates.found(count: certificates.count)) }
        if certificates.isEmpty { HTML::p { t(T.certificates.foundNothing) } } else { table(visit, certificates, t(T.certificates.found(count: certificates.count))) }
    }

    static func table(_ visit: Visit, _ certificates: [Certificate], _ caption: String) -> some HTML {
        let t = visit.t
        return DataTable(caption, rows: certificates, columns: [
            Column(t(T.certificates.number), .name) { certificate in a(.href(visit.link("/staff/certificates/\(certificate.id)"))) { certificate.label } },
            Column(t(T.certificates.issuedOn)) { certificate in certificate.day.map { t.day($0, .numeric) } ?? "" },
            Column(t(T.certificates.name)) { certificate in certificate.facts == nil ? t(T.certificates.erased) : certificate.name },
            Column(t(T.certificates.titleField)) { certificate in t.shown(certificate.title) },
            Column(t(T.certificates.points), .number) { certificate in certificate.points > 0 ? t.number(certificate.points) : "" },
            Column(t(T.common.state)) { certificate in
                Chip(certificate.state.tone, t(certificate.state.name))
                if certificate.isDuplicate { " "; Chip(.info, t(T.certificates.duplicate)) }
            },
        ], isCaptionHidden: true)
    }

    static func show(_ visit: Visit, _ sheet: CertificateSheet, _ typed: Typed, _ problem: Problem?) -> Answer {
        let t = visit.t
        let certificate = sheet.certificate
        let base = visit.link("/staff/certificates/\(certificate.id)")
        var trail = [Look.Link(t(T.certificates.title), href: visit.link("/staff/certificates"))]
        if let batch = certificate.batch { trail.append(Look.Link(t(certificate.state == .prepared ? T.certificates.batch : T.certificates.batchDone), href: visit.link("/staff/batches/\(batch)"))) }
        let name = certificate.facts == nil ? certificate.label : certificate.name
        return visit.page(name, trail: trail, status: problem == nil ? 200 : 422) {
            Heading(name, kind: "\(t(certificate.kind.name)) \(certificate.label)", lang: certificate.facts?.writtenIn.htmlLang)
            Trouble(problem, t(T.certificates.notDone), t)
            HTML::p { Chip(certificate.state.tone, t(certificate.state.name)); if certificate.isDuplicate { " "; Chip(.info, t(T.certificates.duplicate)) } }
            if !certificate.reason.isEmpty { HTML::p { t(T.certificates.because(reason: .title(certificate.reason))) } }
            if certificate.facts != nil, certificate.state != .prepared {
                Buttons {
                    LinkButton(t(T.certificates.openPDF), href: base + "/document.pdf", icon: .print)
                    LinkButton(t(T.certificates.openCheck), href: visit.link("/certificates/\(certificate.code)"), .quiet)
                }
                HTML::p { CertificatePress.words(certificate, visit.signer).map { t($0) }.joined(separator: " ") }
            }
            Facts { ForEach(CheckedCertificate.facts(certificate, t)) { fact in Fact(fact.label) { span(.lang(fact.language?.htmlLang)) { fact.value } } } }
            if certificate.state == .prepared { amend(visit, certificate, base, typed, problem) }
            if certificate.state == .valid { acts(visit, sheet, base, typed, problem) }
            if visit.actor.isAdministrator, certificate.facts != nil, certificate.state != .prepared { erase(visit, base, typed, problem) }
            if !sheet.kin.isEmpty {
                h2 { t(T.certificates.kin) }
                table(visit, sheet.kin, t(T.certificates.kin))
            }
            if !sheet.history.isEmpty {
                h2 { t(T.certificates.history) }
                Timeline(sheet.history.map { line in
                    Timeline.Entry(moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who,
                                   what: t.written(line.entry.deed), detail: line.entry.changes["reason"]?.last)
                })
            }
        }
    }

    private static func amend(_ visit: Visit, _ certificate: Certificate, _ base: String, _ typed: Typed, _ problem: Problem?) -> some HTML {
        let t = visit.t
        return Group {
            h2 { t(T.certificates.amendTitle) }
            Form(action: base + "/amend", hidden: visit.hidden) {
                Field(t(T.certificates.name), name: "name", value: typed.has("name") ? typed["name"] : certificate.name, hint: t(T.certificates.nameHint),
                      error: visit.mistake("name", problem), lang: certificate.facts?.writtenIn.htmlLang).text()
                if certificate.kind == .certificate {
                    Field(t(T.certificates.points), name: "points", value: typed.has("points") ? typed["points"] : "\(certificate.points)",
                          hint: t(T.certificates.pointsHint(approved: .number(certificate.approved))), error: visit.mistake("points", problem), width: .short).number()
                }
                Buttons { Submit(t(T.common.save)) }
            }
            ButtonForm(t(T.certificates.drop), .danger, action: base + "/drop", hidden: visit.hidden)
        }
    }

    private static func acts(_ visit: Visit, _ sheet: CertificateSheet, _ base: String, _ typed: Typed, _ problem: Problem?) -> some HTML {
        let t = visit.t
        let certificate = sheet.certificate
        return Group {
            h2 { t(T.certificates.acts) }
            if !certificate.isDuplicate {
                Disclosure(t(T.certificates.duplicateTitle), isOpen: typed.has("factor")) {
                    HTML::p { t(T.certificates.duplicateText) }
                    if sheet.right == nil { HTML::p { t(T.certificates.noRight) } } else {
                        Form(action: base + "/duplicate", hidden: visit.hidden) {
                            FactorField(visit, isDemonstration: sheet.isDemonstration, problem)
                            Buttons { Submit(t(T.certificates.makeDuplicate), .quiet) }
                        }
                    }
                }
                Disclosure(t(T.certificates.correctTitle), isOpen: typed.has("why")) {
                    HTML::p { t(T.certificates.correctText) }
                    Form(action: base + "/correct", hidden: visit.hidden) {
                        Field(t(T.certificates.name), name: "name", value: typed.has("why") ? typed["name"] : certificate.name, error: visit.mistake("name", problem),
                              lang: certificate.facts?.writtenIn.htmlLang).text()
                        Field(t(T.certificates.reason), name: "why", value: typed["why"], error: typed.has("why") ? visit.mistake("reason", problem) : nil, width: .full).text()
                        Buttons { Submit(t(T.certificates.correct), .quiet) }
                    }
                }
            }
            Disclosure(t(T.certificates.voidTitle), isOpen: typed.has("reason")) {
                HTML::p { t(T.certificates.voidText) }
                Form(action: base + "/void", hidden: visit.hidden) {
                    Field(t(T.certificates.reason), name: "reason", value: typed["reason"], hint: t(T.certificates.reasonPublic),
                          error: typed.has("reason") ? visit.mistake("reason", problem) : nil, width: .full).text()
                    Buttons { Submit(t(T.certificates.makeVoid), .danger) }
                }
            }
        }
    }

    private static func erase(_ visit: Visit, _ base: String, _ typed: Typed, _ problem: Problem?) -> some HTML {
        let t = visit.t
        return Disclosure(t(T.certificates.eraseTitle), isOpen: typed.has("rule")) {
            HTML::p { t(T.certificates.eraseText) }
            Form(action: base + "/erase", hidden: visit.hidden) {
                Field(t(T.certificates.eraseRule), name: "rule", value: typed["rule"], error: typed.has("rule") ? visit.mistake("reason", problem) : nil, width: .full).text()
                Buttons { Submit(t(T.certificates.erase), .danger) }
            }
        }
    }
}
