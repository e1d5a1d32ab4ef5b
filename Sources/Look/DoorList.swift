package import HTML

/// People at a door: each a big button, with the rarer marks behind it. It works as a plain form; a script makes it quicker and lets it go on without a network.
package struct DoorList: View {
    let people: [Person]
    let words: Words

    package struct Person: Sendable {
        let id: String
        let name: String
        let detail: String
        /// Folded words by which the script finds the person.
        let search: String
        let mark: String
        let word: String
        /// The value of the big button, and of the others with what they say.
        let tap: String
        let others: [(value: String, label: String)]

        package init(id: String, name: String, detail: String, search: String, mark: String, word: String, tap: String, others: [(value: String, label: String)]) {
            self.id = id
            self.name = name
            self.detail = detail
            self.search = search
            self.mark = mark
            self.word = word
            self.tap = tap
            self.others = others
        }
    }

    /// What the few words of the list are.
    package struct Words: Sendable {
        let tap: String
        let more: String

        package init(tap: String, more: String) {
            self.tap = tap
            self.more = more
        }
    }

    package init(_ people: [Person], _ words: Words) {
        self.people = people
        self.words = words
    }

    package var body: Markup {
        ul(.class("door-list")) {
            ForEach(people) { person in
                li(.id("person-\(person.id)"), .data("person", person.id), .data("search", person.search), .data("mark", person.mark)) {
                    button(.type(.submit), .name("tap"), .value(person.tap), .class("door-tap")) {
                        span(.class("door-name")) { person.name }
                        if !person.detail.isEmpty { span(.class("door-detail")) { person.detail } }
                        span(.class("door-mark")) {
                            Icon.check
                            span(.data("word", "")) { person.word.isEmpty ? words.tap : person.word }
                        }
                    }
                    details {
                        summary(.aria("label", "\(words.more): \(person.name)")) { Icon.more }
                        div(.class("door-more")) {
                            ForEach(person.others) { other in
                                button(.type(.submit), .name("tap"), .value(other.value), .class("button quiet")) { other.label }
                            }
                        }
                    }
                }
            }
        }
    }
}
