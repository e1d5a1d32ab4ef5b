package import HTML
package import Kernel
package import Languages
import Look
package import Web

/// Choosing a school inside another form, without JavaScript: words, a button that finds, the found ones to pick from.
///
/// The form's page calls `SchoolPicker.found` with what was typed, shows the picker, and when `SchoolPicker.isSearching` shows the form
/// again instead of acting. The chosen school stands in the field `school`.
package struct SchoolPicker: View {
    package static let words = "school_words", choice = "school", button = "find_school"

    let schools: [School]
    let typed: Typed
    let error: String?
    let isOptional: Bool
    let t: Texts

    package init(_ schools: [School], typed: Typed, error: String? = nil, isOptional: Bool = true, _ t: Texts) {
        self.schools = schools
        self.typed = typed
        self.error = error
        self.isOptional = isOptional
        self.t = t
    }

    /// Whether the button that finds was pressed, rather than the one that acts.
    package static func isSearching(_ typed: Typed) -> Bool { typed.has(button) }

    /// What to offer: the school chosen before, and what the words find.
    package static func found(_ typed: Typed, _ language: Language, also schools: [School] = [], in act: Act) throws -> [School] {
        var offered = schools
        if let id = School.ID(typed[choice]), !offered.contains(where: { $0.id == id }) { offered.append(try SchoolStore.school(id, in: act)) }
        for school in try SchoolStore.search(words: typed[words], language.alphabet, in: act) where !offered.contains(where: { $0.id == school.id }) { offered.append(school) }
        return offered
    }

    package var body: Markup {
        div {
            Field(t(T.network.searchSchool), name: Self.words, value: typed[Self.words], hint: t(T.network.searchSchoolHint), optional: isOptional ? t(T.common.optional) : nil).search()
            Buttons { Submit(t(T.network.findSchool), .quiet, name: Self.button, value: "yes") }
            if !schools.isEmpty {
                Field(t(T.network.chooseSchool), name: Self.choice, value: typed[Self.choice], error: error, optional: isOptional ? t(T.common.optional) : nil)
                    .radios(schools.map { Field.Choice($0.id.description, $0.name(in: t.language), hint: hint($0)) } + (isOptional ? [Field.Choice("", t(T.network.noSchool))] : []))
            } else if !typed[Self.words].isEmpty {
                Notice(.info) { HTML::p { t(T.network.schoolNotFound) } }
            }
        }
    }

    private func hint(_ school: School) -> String {
        [school.place(in: t.language), t.language.writes(school.details.address)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
