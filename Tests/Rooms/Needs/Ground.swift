import Accounts
import Catalogue
import Centres
import Kernel
import Languages
import Needs
import Site
import Storage
import Testing
import Town

extension Town {
    /// A topic that staff have made.
    @discardableResult
    func topic(_ sr: String, lt: String = "", words: [String] = []) async throws -> Topic.ID {
        try await does { try TopicStore.add(TopicDraft(TopicNames(sr: sr, lt: lt), words: words), in: $0) }
    }

    /// Competences of the cycle that runs now.
    func competences(_ codes: String...) async throws -> [CycleCode.ID] {
        _ = try await programme()
        return try await does { act in
            let cycle = try CycleStore.cycles(in: act)[0].id
            try CycleStore.keep(codes.map { CodeLine($0) }, as: .competence, of: cycle, in: act)
            return try CycleStore.codes(of: [cycle], in: act).filter { $0.list == .competence }.map(\.id)
        }
    }

    /// The rule of the centre, around Бистрик.
    func calls(from people: Int, _ schools: Int, km: Int? = nil) async throws {
        let centre = centre
        try await does { try DemandCallStore.set(DemandRule(people: people, schools: schools, km: km), of: centre, in: $0) }
    }

    /// So many schools with so many people in each.
    func schools(_ count: Int, of people: Int) async throws -> [[Person.ID]] {
        var groups: [[Person.ID]] = []
        let all = try await crowd(of: count * people)
        for place in 0..<count {
            let school = try await workplace("ОШ „Звоно \(place + 1)“"), group = Array(all[place * people..<(place + 1) * people])
            try await does { act in for person in group { try EmploymentStore.add(person, at: school, in: act) } }
            groups.append(group)
        }
        return groups
    }

    func comes(_ person: Person.ID, to subject: DemandSubject) async throws {
        let (centre, today) = (centre, zone.day(of: clock.now))
        try await records.write(by: Actor(person: person, name: "")) { try WouldComeStore.come(to: subject, at: centre, today: today, in: $0) }
    }

    var year: SchoolYear { SchoolYear(containing: zone.day(of: clock.now)) }
}

extension Someone {
    /// Writes wishes into the plan of this year.
    @discardableResult
    func wishes(_ words: String...) async throws -> Page {
        try await opens("/me/plan/wishes")
        let form = try #require(try browser.page.form("/me/plan/wishes"))
        let places = words.enumerated().map { (name: "wish-\($0 + 1)", value: $1) }
        let fields = form.fields.filter { field in !places.contains { $0.name == field.name } } + places
        return try await browser.post(Page.Form(action: form.action, fields: fields))
    }
}
