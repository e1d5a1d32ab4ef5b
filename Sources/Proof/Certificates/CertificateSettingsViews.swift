import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

enum CertificateSettingsViews {
    static func show(_ visit: Visit, _ settings: CertificateSettings, _ problem: Problem?) -> Answer {
        let t = visit.t
        return visit.page(t(T.certificates.settings), trail: [Look.Link(t(T.certificates.settingsTrail), href: visit.link("/settings"))], status: problem == nil ? 200 : 422) {
            Heading(t(T.certificates.settings), lead: t(T.certificates.settingsLead))
            Trouble(problem, t(T.certificates.notDone), t)
            numbers(visit, settings, problem)
            deputies(visit, settings, problem)
            keys(visit, settings, problem)
            retentions(visit, settings, problem)
        }
    }

    @HTMLBuilder
    private static func numbers(_ visit: Visit, _ settings: CertificateSettings, _ problem: Problem?) -> some HTML {
        let t = visit.t
        h2 { t(T.certificates.formats) }
        if !settings.registers.isEmpty {
            DataTable(t(T.certificates.formats), rows: settings.registers, columns: [
                Column(t(T.certificates.register), .name) { register in t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)"))) },
                Column(t(T.certificates.format)) { register in register.format.text },
                Column(t(T.certificates.numbers), .number) { register in t.number(register.lastNumber) },
            ], isCaptionHidden: true)
        }
        Form(action: visit.link("/settings/certificates/format"), hidden: visit.hidden) {
            Field(t(T.certificates.kind), name: "kind", value: visit.typed["kind"]).select(CertificateKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            Field(t(T.certificates.format), name: "format", value: visit.typed["format"], hint: t(T.certificates.formatHint(number: "{number}", year: "{year}")),
                  error: visit.mistake("format", problem), width: .short).text()
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }

    @HTMLBuilder
    private static func deputies(_ visit: Visit, _ settings: CertificateSettings, _ problem: Problem?) -> some HTML {
        let t = visit.t
        h2 { t(T.certificates.deputies) }
        HTML::p { t(T.certificates.deputiesText) }
        ForEach(settings.deputies) { deputy in
            PersonLine(deputy.name, detail: t.days(deputy.days),
                       state: deputy.counts(on: visit.today) ? Chip(.good, t(T.certificates.deputyCounts)) : Chip(.neutral, t(T.certificates.deputyCountsNot))) {
                if deputy.ended == nil, deputy.days.upperBound >= visit.today {
                    ButtonForm(t(T.certificates.endDeputy), .quiet, action: visit.link("/settings/certificates/deputies/\(deputy.id)/end"), hidden: visit.hidden)
                }
            }
        }
        Form(action: visit.link("/settings/certificates/deputies"), hidden: visit.hidden) {
            Field(t(T.common.email), name: "email", value: visit.typed["email"], hint: t(T.certificates.deputyHint), error: visit.mistake("email", problem)).email()
            Field(t(T.certificates.firstDay), name: "first", value: visit.typed["first"], error: visit.mistake("first", problem), width: .short).date()
            Field(t(T.certificates.lastDayField), name: "last", value: visit.typed["last"], error: visit.mistake("last", problem), width: .short).date()
            Buttons { Submit(t(T.certificates.nameDeputy), .quiet) }
        }
    }

    @HTMLBuilder
    private static func keys(_ visit: Visit, _ settings: CertificateSettings, _ problem: Problem?) -> some HTML {
        let t = visit.t
        h2 { t(T.certificates.keys) }
        HTML::p { t(T.certificates.keysText) }
        ForEach(settings.keys) { key in
            PersonLine(key.id, detail: detail(key, t), state: state(key, t)) {
                if key.revoked == nil {
                    Disclosure(t(T.certificates.revoke)) {
                        HTML::p { t(T.certificates.revokeText) }
                        Form(action: visit.link("/settings/certificates/keys/\(key.id)/revoke"), hidden: visit.hidden) {
                            HTML::label(.for("reason-\(key.id)")) { t(T.certificates.reason) }
                            input(.id("reason-\(key.id)"), .type(.text), .name("reason"), .class("full"), .required(true))
                            Buttons { Submit(t(T.certificates.revoke), .danger) }
                        }
                    }
                }
            }
        }
        Buttons { ButtonForm(t(T.certificates.rotate), .quiet, action: visit.link("/settings/certificates/keys"), hidden: visit.hidden) }
    }

    @HTMLBuilder
    private static func retentions(_ visit: Visit, _ settings: CertificateSettings, _ problem: Problem?) -> some HTML {
        let t = visit.t
        let limits = CertificateRetention.yearsLimits
        h2 { t(T.certificates.retention) }
        HTML::p { t(T.certificates.retentionText) }
        Notice(.waiting) { HTML::p { t(T.certificates.retentionUnsure(years: .number(CertificateRetention.yearsUsual))) } }
        DataTable(t(T.certificates.retention), rows: settings.retentions + [.usual], columns: [
            Column(t(T.certificates.kind), .name) { rule in t(rule.kind?.name ?? T.certificates.retentionEvery) },
            Column(t(T.certificates.retentionSince)) { rule in rule.since.map { t.day($0, .plain) } ?? t(T.certificates.retentionBefore) },
            Column(t(T.certificates.retentionYears), .number) { rule in t.number(rule.years) },
            Column(t(T.common.remove), .act) { rule in
                if let kind = rule.kind, let since = rule.since {
                    ButtonForm(t(T.common.remove), .quiet, action: visit.link("/settings/certificates/retention/\(kind.rawValue)/\(since.iso)/remove"), hidden: visit.hidden)
                }
            },
        ], isCaptionHidden: true)
        Form(action: visit.link("/settings/certificates/retention"), hidden: visit.hidden) {
            Field(t(T.certificates.kind), name: "kind", value: visit.typed["kind"], error: visit.mistake("kind", problem)).select(CertificateKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            Field(t(T.certificates.retentionSince), name: "since", value: visit.typed["since"], hint: t(T.certificates.retentionSinceHint), error: visit.mistake("since", problem), width: .short).date()
            Field(t(T.certificates.retentionYears), name: "years", value: visit.typed["years"],
                  hint: t(T.common.errorNumberBetween(least: .number(limits.lowerBound), most: .number(limits.upperBound))), error: visit.mistake("years", problem), width: .short).number()
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }

    private static func detail(_ key: SigningKey, _ t: Texts) -> String {
        let made = t(T.certificates.keyMadeAt(when: .instant(key.made)))
        guard let revoked = key.revoked else { return made }
        return "\(made) \(t(T.certificates.keyRevokedSince(when: .instant(revoked)))) \(key.reason)"
    }

    private static func state(_ key: SigningKey, _ t: Texts) -> Chip {
        if key.revoked != nil { return Chip(.bad, t(T.certificates.keyIsRevoked)) }
        return key.retired == nil ? Chip(.good, t(T.certificates.keySigns)) : Chip(.neutral, t(T.certificates.keyRetired))
    }
}
