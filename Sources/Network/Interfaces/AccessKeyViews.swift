import Forms
import HTML
import Kernel
import Languages
import Look

/// Keys for other programs.
struct AccessKeyViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { reader.settingsTrail + [Look.Link(t(T.interfaces.title), href: reader.link(InterfacePaths.all))] }

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.interfaces.newKey), trail: trail) {
            FormFaults(form)
            Heading(t(T.interfaces.newKey), lead: t(T.interfaces.newKeyLead))
            Form(action: reader.link(InterfacePaths.keys + "/new"), hidden: reader.hidden, label: t(T.interfaces.newKey)) {
                form.field(T.interfaces.keyName, "name", hint: T.interfaces.keyNameHint, most: TextLimit.label.rawValue).text()
                form.field(T.interfaces.scopes, "scopes", hint: T.interfaces.scopesHint).checkboxes(
                    AccessScope.allCases.map { Field.Choice($0.rawValue, t($0.name), hint: t($0.hint)) }, chosen: Set(form.typed.all("scopes")))
                form.day(T.interfaces.until, "until", hint: T.interfaces.untilHint)
                Buttons {
                    Submit(t(T.interfaces.makeKey))
                    LinkButton(t(T.common.cancel), href: reader.link(InterfacePaths.all), .quiet)
                }
            }
        }
    }

    /// The one page on which the secret stands.
    func made(_ key: AccessKey, _ secret: String) -> Screen {
        Screen(t(T.interfaces.keyMade), trail: trail) {
            Heading(t(T.interfaces.keyMade), lead: t(T.interfaces.secretLead))
            HTML::p(.class("feed")) { code(.lang("en")) { secret } }
            HTML::p { t(T.interfaces.secretUse) }
            HTML::p(.class("feed")) { code(.lang("en")) { "Authorization: Bearer \(secret)" } }
            Buttons { LinkButton(t(T.interfaces.secretKept), href: reader.link(InterfacePaths.key(key.id))) }
        }
    }

    func show(_ key: AccessKey, _ uses: [AccessUse], _ form: FilledForm) -> Screen {
        let name = t.run(key.draft.name), state = key.state(on: reader.today)
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.interfaces.key)))
            HTML::p { InterfaceWords.chip(state, t) }
            Facts {
                FactLine(t(T.interfaces.beginning)) { code(.lang("en")) { "\(key.beginning)…" } }
                FactLine(t(T.interfaces.scopes), AccessScope.allCases.filter(key.draft.scopes.contains).map { t($0.name) }.joined(separator: ", "))
                FactLine(t(T.interfaces.until), t.day(key.draft.until))
                FactLine(t(T.interfaces.made), t.instant(key.made))
                FactLine(t(T.interfaces.used), key.used.map { t.instant($0) } ?? t(T.interfaces.never))
                if let ended = key.ended { FactLine(t(T.interfaces.endedOn), t.instant(ended)) }
            }
            h2 { t(T.interfaces.uses) }
            if uses.isEmpty { HTML::p { t(T.interfaces.usesNone) } } else { table(uses) }
            if state == .good || state == .soon {
                h2 { t(T.interfaces.endKey) }
                HTML::p { t(T.interfaces.endKeyText) }
                ButtonForm(t(T.interfaces.endKey), .danger, action: reader.link(InterfacePaths.key(key.id) + "/end"), hidden: reader.hidden)
            }
        }
    }

    private func table(_ uses: [AccessUse]) -> some HTML {
        DataTable(t(T.interfaces.uses), rows: uses, columns: [
            Column(t(T.interfaces.month), .name) { use in t.month(use.month.month, use.month.year) },
            Column(t(T.interfaces.scope)) { use in t(use.scope.name) },
            Column(t(T.interfaces.calls), .number) { use in t.number(use.calls) },
            Column(t(T.interfaces.rows), .number) { use in t.number(use.rows) },
        ], isCaptionHidden: true)
    }
}
