import HTML
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
        return visit.page(t(T.network.centreSettings), trail: NetworkTrail.settings(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.network.centreSettings))
            Form(action: visit.link("/settings/centre"), hidden: visit.hidden, isGuarded: true) {
                Fieldset(t(T.network.names)) {
                    field(T.network.centreName, "name", hint: T.network.centreNameHint, .full).text()
                    field(T.network.nameInLithuanian, "name_lt", isOptional: true, .full).text()
                    field(T.network.nameInEnglish, "name_en", isOptional: true, .full).text()
                }
                Fieldset(t(T.network.contact)) {
                    field(T.network.address, "street", hint: T.network.streetHint, isOptional: true, .full).text()
                    field(T.network.seatMunicipality, "municipality", hint: T.network.seatMunicipalityHint, isOptional: true)
                        .select([Field.Choice("", t(T.common.choose))] + towns.map { Field.Choice($0.id.description, $0.name(in: visit.language)) })
                    field(T.network.phone, "phone", isOptional: true).phone()
                    field(T.network.email, "email", hint: T.network.centreEmailHint).email()
                    field(T.network.centreLanguage, "language", hint: T.network.centreLanguageHint)
                        .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) })
                }
                Fieldset(t(T.network.seatRules), hint: t(T.network.seatRulesHint)) {
                    field(T.network.offerHours, "offer_hours", hint: T.network.offerHoursHint, .short).number()
                    field(T.network.cutoffDays, "cutoff_days", hint: T.network.cutoffDaysHint, .short).number()
                    field(T.network.deadlineDays, "deadline_days", hint: T.network.deadlineDaysHint, .short).number()
                    field(T.network.decisionDays, "decision_days", hint: T.network.decisionDaysHint, .short).number()
                }
                if visit.actor.isAdministrator {
                    Fieldset(t(T.network.installation)) {
                        field(T.network.host, "host", hint: T.network.hostHint, isOptional: true).text()
                        field(T.network.zone, "zone", hint: T.network.zoneHint).select(zones(typed["zone"]).map { Field.Choice($0, $0) })
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
        return visit.page(t(T.network.centres), trail: NetworkTrail.settings(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.network.centres), lead: t(T.network.centresLead))
            DataTable(t(T.network.centres), rows: centres, columns: [
                Column(t(T.network.name), .name) { centre in centre.name(in: visit.language) },
                Column(t(T.network.country)) { centre in t(centre.country.phrase) },
                Column(t(T.network.host)) { centre in centre.host ?? "" },
                Column(t(T.network.municipalities), .number) { centre in t.number(territory[centre.id] ?? 0) },
            ], isCaptionHidden: true)
            h2 { t(T.network.foundCentre) }
            Form(action: visit.link("/settings/centres"), hidden: visit.hidden) {
                field(T.network.centreName, "name", hint: T.network.centreNameHint, .full).text()
                field(T.network.country, "country").radios(Country.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                field(T.network.email, "email").email()
                field(T.network.host, "host", hint: T.network.hostHint).text()
                Buttons { Submit(t(T.network.foundCentre)) }
            }
        }
    }

    /// - Parameter others: municipalities that other centres hold, with the centre's name.
    func territory(_ towns: [Municipality], chosen: Set<Municipality.ID>, others: [Municipality.ID: String], _ problem: Problem?) -> Answer {
        let districts = Dictionary(grouping: towns, by: \.district)
        let order = districts.keys.sorted { SortKey.make($0, alphabet: visit.language.alphabet).lexicographicallyPrecedes(SortKey.make($1, alphabet: visit.language.alphabet)) }
        return visit.page(t(T.network.territory), trail: NetworkTrail.settings(visit), status: problem == nil ? 200 : 409) {
            Heading(t(T.network.territory), lead: t(T.network.territoryLead))
            if let problem { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            if towns.isEmpty {
                EmptyState(t(T.network.noMunicipalitiesTitle), t(T.network.noMunicipalities)) { Empty() }
            } else {
                Form(action: visit.link("/settings/territory"), hidden: visit.hidden, isGuarded: true) {
                    ForEach(order) { district in
                        let own = districts[district] ?? []
                        let count = own.count { chosen.contains($0.id) }
                        Disclosure(district.isEmpty ? t(T.network.chosenOf(count: count, all: .number(own.count)))
                                   : "\(visit.language.writes(district)): \(t(T.network.chosenOf(count: count, all: .number(own.count))))", isOpen: count > 0 || order.count == 1) {
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
