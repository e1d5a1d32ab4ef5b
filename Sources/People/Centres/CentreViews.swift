import HTML
import Imports
import Kernel
import Languages
import Look
import Web

struct CentreViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func settings(_ centre: Centre, _ typed: Typed, _ towns: [Municipality], _ problem: Problem?) -> Answer {
        let optional = t(T.common.optional)
        func field(_ label: Phrase, _ name: String, hint: Phrase? = nil, isOptional: Bool = false, _ width: Field.Width = .medium) -> Field {
            Field(t(label), name: name, value: typed[name], hint: hint.map { t($0) }, error: visit.mistake(name, problem), optional: isOptional ? optional : nil, width: width)
        }
        return visit.page(t(T.centres.centreSettings), trail: visit.settingsTrail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.centres.centreSettings))
            Form(action: visit.link("/settings/centre"), hidden: visit.hidden, isGuarded: true) {
                Fieldset(t(T.centres.names)) {
                    field(T.centres.centreName, "name", hint: T.centres.centreNameHint, .full).text()
                    field(T.centres.nameInLithuanian, "name_lt", isOptional: true, .full).text()
                    field(T.centres.nameInEnglish, "name_en", isOptional: true, .full).text()
                }
                Fieldset(t(T.centres.contact)) {
                    field(T.centres.address, "street", hint: T.centres.streetHint, isOptional: true, .full).text()
                    field(T.centres.seatMunicipality, "municipality", hint: T.centres.seatMunicipalityHint, isOptional: true)
                        .select([Field.Choice("", t(T.common.choose))] + towns.map { Field.Choice($0.id.description, $0.name(in: visit.language)) })
                    field(T.centres.phone, "phone", isOptional: true).phone()
                    field(T.centres.email, "email", hint: T.centres.centreEmailHint).email()
                    field(T.centres.centreLanguage, "language", hint: T.centres.centreLanguageHint)
                        .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) })
                }
                Fieldset(t(T.centres.seatRules), hint: t(T.centres.seatRulesHint)) {
                    field(T.centres.offerHours, "offer_hours", hint: T.centres.offerHoursHint, .short).number()
                    field(T.centres.cutoffDays, "cutoff_days", hint: T.centres.cutoffDaysHint, .short).number()
                    field(T.centres.deadlineDays, "deadline_days", hint: T.centres.deadlineDaysHint, .short).number()
                    field(T.centres.decisionDays, "decision_days", hint: T.centres.decisionDaysHint, .short).number()
                }
                if visit.actor.isAdministrator {
                    Fieldset(t(T.centres.installation)) {
                        field(T.centres.host, "host", hint: T.centres.hostHint, isOptional: true).text()
                        field(T.centres.zone, "zone", hint: T.centres.zoneHint).select(zones(typed["zone"]).map { Field.Choice($0, $0) })
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
    func centres(_ centres: [Centre], territory: [Centre.ID: Int], _ typed: Typed, _ problem: Problem?) -> Answer {
        func field(_ label: Phrase, _ name: String, hint: Phrase? = nil, _ width: Field.Width = .medium) -> Field {
            Field(t(label), name: name, value: typed[name], hint: hint.map { t($0) }, error: visit.mistake(name, problem), width: width)
        }
        return visit.page(t(T.centres.centres), trail: visit.settingsTrail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.centres.centres), lead: t(T.centres.centresLead))
            DataTable(t(T.centres.centres), rows: centres, columns: [
                Column(t(T.centres.name), .name) { centre in centre.name(in: visit.language) },
                Column(t(T.centres.country)) { centre in t(centre.country.phrase) },
                Column(t(T.centres.host)) { centre in centre.host ?? "" },
                Column(t(T.centres.municipalities), .number) { centre in t.number(territory[centre.id] ?? 0) },
            ], isCaptionHidden: true)
            h2 { t(T.centres.foundCentre) }
            Form(action: visit.link("/settings/centres"), hidden: visit.hidden) {
                field(T.centres.centreName, "name", hint: T.centres.centreNameHint, .full).text()
                field(T.centres.country, "country").radios(Country.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                field(T.centres.email, "email").email()
                field(T.centres.host, "host", hint: T.centres.hostHint).text()
                Buttons { Submit(t(T.centres.foundCentre)) }
            }
        }
    }

    /// - Parameter others: municipalities that other centres hold, with the centre's name.
    func territory(_ towns: [Municipality], chosen: Set<Municipality.ID>, others: [Municipality.ID: String], _ problem: Problem?) -> Answer {
        let districts = Dictionary(grouping: towns, by: \.district)
        let order = districts.keys.sorted { SortKey.make($0, alphabet: visit.language.alphabet).lexicographicallyPrecedes(SortKey.make($1, alphabet: visit.language.alphabet)) }
        return visit.page(t(T.centres.territory), trail: visit.settingsTrail, status: problem == nil ? 200 : 409) {
            Heading(t(T.centres.territory), lead: t(T.centres.territoryLead))
            if let problem { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            if towns.isEmpty {
                EmptyState(t(T.centres.noMunicipalitiesTitle), t(T.centres.noMunicipalities)) { Empty() }
            } else {
                Form(action: visit.link("/settings/territory"), hidden: visit.hidden, isGuarded: true) {
                    ForEach(order) { district in
                        let own = districts[district] ?? []
                        let count = own.count { chosen.contains($0.id) }
                        Disclosure(district.isEmpty ? t(T.centres.chosenOf(count: count, all: .number(own.count)))
                                   : "\(visit.language.writes(district)): \(t(T.centres.chosenOf(count: count, all: .number(own.count))))", isOpen: count > 0 || order.count == 1) {
                            Choices(district: district, towns: own, chosen: chosen, others: others, visit: visit)
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
    let visit: Visit

    var body: some HTML {
        ForEach(towns) { town in
            let id = "municipality-\(town.id)"
            div(.class("choice")) {
                input(.type(.checkbox), .id(id), .name("municipality"), .value(town.id.description), .checked(chosen.contains(town.id)),
                      .disabled(others[town.id] != nil && !chosen.contains(town.id)))
                HTML::label(.for(id)) {
                    town.name(in: visit.language)
                    if let other = others[town.id] { span(.class("muted")) { " – \(other)" } }
                }
            }
        }
    }
}
