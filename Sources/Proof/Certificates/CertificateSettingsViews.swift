import Forms
import HTML
import Kernel
import Languages
import Look

struct CertificateSettingsViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ settings: CertificateSettings, _ form: FilledForm) -> Screen {
        Screen(t(T.certificates.settings), trail: reader.settingsTrail) {
            FormFaults(form, title: T.certificates.notDone)
            Heading(t(T.certificates.settings), lead: t(T.certificates.settingsLead))
            numbers(settings.registers, form)
            deputies(settings.deputies, form)
            keys(settings.keys, form)
            retentions(settings.retentions, form)
        }
    }

    @HTMLBuilder
    private func numbers(_ registers: [Register], _ form: FilledForm) -> some HTML {
        h2 { t(T.certificates.formats) }
        if !registers.isEmpty {
            DataTable(t(T.certificates.formats), rows: registers, columns: [
                Column(t(T.certificates.register), .name) { register in
                    t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
                },
                Column(t(T.certificates.format)) { register in register.format.text },
                Column(t(T.certificates.numbers), .number) { register in t.number(register.lastNumber) },
            ], isCaptionHidden: true)
        }
        Form(action: reader.link("/settings/certificates/format"), hidden: reader.hidden) {
            form.field(T.certificates.kind, "kind").select(kinds)
            form.field(T.certificates.format, "format", .short, hint: T.certificates.formatHint(number: "{number}", year: "{year}")).text()
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }

    private var kinds: [Field.Choice] { CertificateKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) } }

    @HTMLBuilder
    private func deputies(_ deputies: [Deputy], _ form: FilledForm) -> some HTML {
        h2 { t(T.certificates.deputies) }
        HTML::p { t(T.certificates.deputiesText) }
        ForEach(deputies) { deputy in
            PersonLine(
                deputy.name, detail: t.days(deputy.days),
                state: deputy.counts(on: reader.today) ? Chip(.good, t(T.certificates.deputyCounts)) : Chip(.neutral, t(T.certificates.deputyCountsNot))
            ) {
                if deputy.ended == nil, deputy.days.upperBound >= reader.today {
                    ButtonForm(
                        t(T.certificates.endDeputy), .quiet, action: reader.link("/settings/certificates/deputies/\(deputy.id)/end"), hidden: reader.hidden)
                }
            }
        }
        Form(action: reader.link("/settings/certificates/deputies"), hidden: reader.hidden) {
            form.field(T.common.email, "email", hint: T.certificates.deputyHint).email()
            form.day(T.certificates.firstDay, "first")
            form.day(T.certificates.lastDayField, "last")
            Buttons { Submit(t(T.certificates.nameDeputy), .quiet) }
        }
    }

    @HTMLBuilder
    private func keys(_ keys: [SigningKey], _ form: FilledForm) -> some HTML {
        h2 { t(T.certificates.keys) }
        HTML::p { t(T.certificates.keysText) }
        ForEach(keys) { key in
            PersonLine(key.id, detail: detail(key), state: state(key)) {
                if key.revoked == nil {
                    Disclosure(t(T.certificates.revoke), isOpen: form.typed.has("reason-\(key.id)")) {
                        HTML::p { t(T.certificates.revokeText) }
                        Form(action: reader.link("/settings/certificates/keys/\(key.id)/revoke"), hidden: reader.hidden) {
                            form.field(T.certificates.reason, "reason-\(key.id)", .full).text()
                            Buttons { Submit(t(T.certificates.revoke), .danger) }
                        }
                    }
                }
            }
        }
        Buttons { ButtonForm(t(T.certificates.rotate), .quiet, action: reader.link("/settings/certificates/keys"), hidden: reader.hidden) }
    }

    private func detail(_ key: SigningKey) -> String {
        let made = t(T.certificates.keyMadeAt(when: .instant(key.made)))
        guard let revoked = key.revoked else { return made }
        return "\(made) \(t(T.certificates.keyRevokedSince(when: .instant(revoked)))) \(key.reason)"
    }

    private func state(_ key: SigningKey) -> Chip {
        if key.revoked != nil { return Chip(.bad, t(T.certificates.keyIsRevoked)) }
        return key.retired == nil ? Chip(.good, t(T.certificates.keySigns)) : Chip(.neutral, t(T.certificates.keyRetired))
    }

    @HTMLBuilder
    private func retentions(_ retentions: [CertificateRetention], _ form: FilledForm) -> some HTML {
        let limits = CertificateRetention.yearsLimits
        h2 { t(T.certificates.retention) }
        HTML::p { t(T.certificates.retentionText) }
        Notice(.waiting) { HTML::p { t(T.certificates.retentionUnsure(years: .number(CertificateRetention.yearsUsual))) } }
        DataTable(t(T.certificates.retention), rows: retentions + [.usual], columns: [
            Column(t(T.certificates.kind), .name) { rule in t(rule.kind?.name ?? T.certificates.retentionEvery) },
            Column(t(T.certificates.retentionSince)) { rule in rule.since.map { t.day($0, .plain) } ?? t(T.certificates.retentionBefore) },
            Column(t(T.certificates.retentionYears), .number) { rule in t.number(rule.years) },
            Column(t(T.common.remove), .act) { rule in
                if let kind = rule.kind, let since = rule.since {
                    ButtonForm(
                        t(T.common.remove), .quiet, action: reader.link("/settings/certificates/retention/\(kind.rawValue)/\(since.iso)/remove"),
                        hidden: reader.hidden)
                }
            },
        ], isCaptionHidden: true)
        Form(action: reader.link("/settings/certificates/retention"), hidden: reader.hidden) {
            form.field(T.certificates.kind, "kept").select(kinds)
            form.day(T.certificates.retentionSince, "since", hint: T.certificates.retentionSinceHint)
            form.field(
                T.certificates.retentionYears, "years", .short,
                hint: T.common.errorNumberBetween(least: .number(limits.lowerBound), most: .number(limits.upperBound))
            ).number()
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }
}
