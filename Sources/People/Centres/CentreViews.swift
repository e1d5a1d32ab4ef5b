import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

struct CentreViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func settings(_ towns: [Municipality], _ form: FilledForm) -> Screen {
        Screen(t(T.centres.centreSettings), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.centres.centreSettings))
            Form(action: reader.link("/settings/centre"), hidden: reader.hidden, isGuarded: true) {
                Fieldset(t(T.centres.names)) {
                    form.field(T.centres.centreName, "name", .full, hint: T.centres.centreNameHint).text()
                    form.field(T.centres.nameInLithuanian, "name_lt", .full, isOptional: true).text()
                    form.field(T.centres.nameInEnglish, "name_en", .full, isOptional: true).text()
                }
                Fieldset(t(T.centres.contact)) {
                    form.field(T.centres.address, "street", .full, hint: T.centres.streetHint, isOptional: true).text()
                    form.field(T.centres.seatMunicipality, "municipality", hint: T.centres.seatMunicipalityHint, isOptional: true)
                        .select([Field.Choice("", t(T.common.choose))] + towns.map { Field.Choice($0.id.description, t.run($0.name)) })
                    form.field(T.centres.phone, "phone", isOptional: true).phone()
                    form.field(T.centres.email, "email", hint: T.centres.centreEmailHint).email()
                    form.field(T.centres.centreLanguage, "language", hint: T.centres.centreLanguageHint)
                        .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                }
                Fieldset(t(T.centres.asks), hint: t(T.centres.asksHint)) {
                    ForEach([(T.centres.asksPhone, "phone_asked"), (T.centres.asksJob, "job_asked")]) { label, name in
                        form.field(label, name).select(DetailsAsked.Asked.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    }
                }
                Fieldset(t(T.centres.seatRules), hint: t(T.centres.seatRulesHint)) {
                    form.field(T.centres.offerHours, "offer_hours", .short, hint: T.centres.offerHoursHint).number()
                    form.field(T.centres.cutoffDays, "cutoff_days", .short, hint: T.centres.cutoffDaysHint).number()
                    form.field(T.centres.deadlineDays, "deadline_days", .short, hint: T.centres.deadlineDaysHint).number()
                    form.field(T.centres.decisionDays, "decision_days", .short, hint: T.centres.decisionDaysHint).number()
                    form.field(T.centres.undoHours, "undo_hours", .short, hint: T.centres.undoHoursHint).number()
                    form.field(T.centres.namesDays, "names_days", .short, hint: T.centres.namesDaysHint).number()
                    form.field(T.centres.approvalDays, "approval_days", .short, hint: T.centres.approvalDaysHint).number()
                }
                if reader.actor.isAdministrator {
                    Fieldset(t(T.centres.installation)) {
                        form.field(T.centres.host, "host", hint: T.centres.hostHint, isOptional: true).text()
                        form.field(T.centres.zone, "zone", hint: T.centres.zoneHint).select(zones(form["zone"]).map { Field.Choice($0, $0) })
                    }
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func zones(_ current: String) -> [String] {
        let usual = ["Europe/Belgrade", "Europe/Vilnius"]
        return usual.contains(current) || current.isEmpty ? usual : usual + [current]
    }

    /// - Parameter territory: how many municipalities each holds.
    func centres(_ centres: [Centre], territory: [Centre.ID: Int], _ form: FilledForm) -> Screen {
        Screen(t(T.centres.centres), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.centres.centres), lead: t(T.centres.centresLead))
            DataTable(t(T.centres.centres), rows: centres, columns: [
                Column(t(T.centres.name), .name) { centre in centre.name(in: reader.language) },
                Column(t(T.centres.country)) { centre in t(centre.country.phrase) },
                Column(t(T.centres.host)) { centre in centre.host ?? "" },
                Column(t(T.centres.municipalities), .number) { centre in t.number(territory[centre.id] ?? 0) },
            ], isCaptionHidden: true)
            h2 { t(T.centres.foundCentre) }
            Form(action: reader.link("/settings/centres"), hidden: reader.hidden) {
                form.field(T.centres.centreName, "name", .full, hint: T.centres.centreNameHint).text()
                form.field(T.centres.country, "country").radios(Country.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                form.field(T.centres.email, "email").email()
                form.field(T.centres.host, "host", hint: T.centres.hostHint).text()
                Buttons { Submit(t(T.centres.foundCentre)) }
            }
        }
    }

    /// - Parameter others: municipalities that other centres hold, with the centre's name.
    func territory(_ towns: [Municipality], chosen: Set<Municipality.ID>, others: [Municipality.ID: String], _ form: FilledForm) -> Screen {
        let districts = Dictionary(grouping: towns, by: \.district)
        let alphabet = reader.language.alphabet
        let order = districts.keys.sorted { SortKey.make($0, alphabet: alphabet).lexicographicallyPrecedes(SortKey.make($1, alphabet: alphabet)) }
        return Screen(t(T.centres.territory), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.centres.territory), lead: t(T.centres.territoryLead))
            if towns.isEmpty {
                EmptyState(t(T.centres.noMunicipalitiesTitle), t(T.centres.noMunicipalities)) { Empty() }
            } else {
                Form(action: reader.link("/settings/territory"), hidden: reader.hidden, isGuarded: true) {
                    ForEach(order) { district in
                        let own = districts[district] ?? []
                        let count = own.count { chosen.contains($0.id) }
                        let told = t(T.centres.chosenOf(count: count, all: .number(own.count)))
                        Disclosure(district.isEmpty ? told : "\(reader.language.writes(district)): \(told)", isOpen: count > 0 || order.count == 1) {
                            Choices(district: district, towns: own, chosen: chosen, others: others, t: t)
                        }
                    }
                    Buttons { Submit(t(T.common.save)) }
                }
            }
        }
    }
}

/// The municipalities of one district; those of other centres are named and cannot be taken.
private struct Choices: View {
    let district: String
    let towns: [Municipality]
    let chosen: Set<Municipality.ID>
    let others: [Municipality.ID: String]
    let t: Texts

    var body: some HTML {
        ForEach(towns) { town in
            let id = "municipality-\(town.id)"
            div(.class("choice")) {
                input(.type(.checkbox), .id(id), .name("municipality"), .value(town.id.description), .checked(chosen.contains(town.id)),
                      .disabled(others[town.id] != nil && !chosen.contains(town.id)))
                HTML::label(.for(id)) {
                    t.run(town.name)
                    if let other = others[town.id] { span(.class("muted")) { " – \(other)" } }
                }
            }
        }
    }
}

extension DetailsAsked.Asked {
    fileprivate var name: Phrase {
        switch self {
        case .no: T.centres.askedNo
        case .may: T.centres.askedMay
        case .must: T.centres.askedMust
        }
    }
}
