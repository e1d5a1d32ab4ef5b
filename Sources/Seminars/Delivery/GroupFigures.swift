package import Centres
package import Events
import Foundation
package import Kernel
package import Languages
package import Look
import Registration
import Sheets

/// Groups of schools through a school year in numbers: how many were told of, and how many came as far as somebody counted.
package struct GroupFigures: Sendable {
    /// One school at one event.
    package struct Part: Sendable, Hashable {
        package let event: Event.ID
        package let form: EventForm.ID
        /// Nil where none was told.
        package let school: School.ID?
        package let groups: Int
        package let pupils: Int
        package let companions: Int
        /// Groups of which somebody counted who came.
        package let counted: Int
        package let pupilsCame: Int
        package let companionsCame: Int
    }

    package let year: SchoolYear
    package let parts: [Part]
    package let forms: [EventForm.ID: EventForm]
    package let schools: [School.ID: School]

    /// Sums over parts.
    package struct Sums: Sendable, Hashable {
        package let events: Int
        package let groups: Int
        package let pupils: Int
        package let companions: Int
        package let counted: Int
        package let pupilsCame: Int
        package let companionsCame: Int

        init(_ parts: [Part]) {
            func sum(_ part: (Part) -> Int) -> Int { parts.reduce(0) { $0 + part($1) } }
            events = Set(parts.map(\.event)).count
            (groups, pupils, companions) = (sum(\.groups), sum(\.pupils), sum(\.companions))
            (counted, pupilsCame, companionsCame) = (sum(\.counted), sum(\.pupilsCame), sum(\.companionsCame))
        }
    }

    package var sums: Sums { Sums(parts) }

    /// By form, in the order of their names.
    package func byForm(_ t: Texts) -> [(name: Run, sums: Sums)] {
        Dictionary(grouping: parts, by: \.form).map { (t.run(forms[$0.key]?.name(in: t.language) ?? .init(text: "", language: t.language)), Sums($0.value)) }
            .sorted { $0.0.text < $1.0.text }
    }

    /// By school and form: each school once for each form of event to which it came.
    package func bySchool(_ t: Texts) -> [(school: Run, form: Run, sums: Sums)] {
        struct Key: Hashable { let school: School.ID?, form: EventForm.ID }
        return Dictionary(grouping: parts) { Key(school: $0.school, form: $0.form) }.map { key, parts in
            let school = key.school.flatMap { schools[$0] }.map { t.run($0.label(in: .sr)) } ?? Run(t(T.registration.noSchool))
            return (school, t.run(forms[key.form]?.name(in: t.language) ?? .init(text: "", language: t.language)), Sums(parts))
        }.sorted { ($0.0.text, $0.1.text) < ($1.0.text, $1.1.text) }
    }

    /// The same as a spreadsheet.
    func sheet(_ t: Texts) -> Sheet {
        let heads: [(Phrase, Double)] = [
            (T.registration.school, 44), (T.events.facetForm, 26), (T.delivery.groupFigureEvents, 14), (T.delivery.groupFigureGroups, 14),
            (T.registration.groupPupils, 14), (T.registration.groupCompanions, 14), (T.delivery.groupFigureCounted, 18), (T.delivery.groupFigureCame, 18),
            (T.delivery.groupFigureCompanionsCame, 18),
        ]
        let rows = bySchool(t).map { line -> [Cell] in
            let numbers = [
                line.sums.events, line.sums.groups, line.sums.pupils, line.sums.companions, line.sums.counted, line.sums.pupilsCame, line.sums.companionsCame,
            ]
            return [.text(line.school.text), .text(line.form.text)] + numbers.map { .number(Decimal($0)) }
        }
        return Sheet(t(T.delivery.groupFigures), columns: heads.map { Sheet.Column(t($0.0), width: $0.1) }, rows: rows)
    }
}
