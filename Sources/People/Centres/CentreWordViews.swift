import Forms
import HTML
import Kernel
import Languages
import Look

struct CentreWordViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ kinds: [LetterKind], _ counts: [String: (own: Int, old: Int)]) -> Screen {
        Screen(t(T.centres.words), trail: reader.settingsTrail) {
            Heading(t(T.centres.words), lead: t(T.centres.wordsLead))
            DataTable(t(T.centres.words), rows: kinds, columns: [
                Column(t(T.centres.letterKind), .name) { kind in a(.href(reader.link("/settings/letters/\(kind.name)"))) { t(kind.title) } },
                Column(t(T.common.state)) { kind in state(counts[kind.name] ?? (0, 0)) },
            ], isCaptionHidden: true)
        }
    }

    private func state(_ count: (own: Int, old: Int)) -> Chip {
        if count.old > 0 { return Chip(.waiting, t(T.centres.wordsOld)) }
        return count.own > 0 ? Chip(.good, t(T.centres.wordsOwn)) : Chip(.neutral, t(T.centres.wordsShipped))
    }

    /// What stands in the fields when the page is opened.
    func typed(_ words: [[CentreWord]]) -> Typed {
        Typed(words.enumerated().flatMap { place, languages in languages.map { (name: CentreWordDraft.field(place, $0.language), value: $0.text) } })
    }

    /// - Parameter isKept: whether the letters show what is kept; else what was typed.
    func edit(_ kind: LetterKind, _ words: [[CentreWord]], _ form: FilledForm, _ letters: [LetterLook], isKept: Bool) -> Screen {
        let action = reader.link("/settings/letters/\(kind.name)")
        let trail = reader.settingsTrail + [Look.Link(t(T.centres.words), href: reader.link("/settings/letters"))]
        return Screen(t(kind.title), trail: trail) {
            FormFaults(form)
            Heading(t(kind.title), kind: t(T.centres.words), lead: t(kind.isLetter ? T.centres.letterLead : T.centres.noticeLead))
            Form(action: action, hidden: reader.hidden, isGuarded: true) {
                div(.class("languages")) {
                    ForEach(CentreWordDraft.languages) { language in
                        Fieldset(language.ownName) {
                            ForEach(Array(words.enumerated())) { place, texts in
                                ForEach(texts.filter { $0.language == language }) { word in field(form, kind, place, word) }
                            }
                        }
                    }
                }
                Buttons {
                    Submit(t(T.common.save))
                    Submit(t(T.centres.wordsLook), .quiet, name: "look", value: "yes")
                }
            }
            if words.joined().contains(where: { $0.own != nil }) {
                ButtonForm(t(T.centres.wordsResetAll), .quiet, action: action + "/reset", hidden: reader.hidden)
            }
            h2 { t(isKept ? T.centres.letterLook : T.centres.letterLookTyped) }
            ForEach(letters) { letter in self.letter(letter) }
        }
    }

    @HTMLBuilder
    private func field(_ form: FilledForm, _ kind: LetterKind, _ place: Int, _ word: CentreWord) -> some HTML {
        let isSubject = kind.isLetter && place == 0
        let name = CentreWordDraft.field(place, word.language)
        let label = isSubject ? T.centres.letterSubject : T.centres.letterParagraph(number: .number(kind.isLetter ? place : place + 1))
        let hint = word.places.isEmpty ? nil : T.centres.wordPlaces(places: .list(word.places.map { .text("{\($0)}") }))
        let box = form.field(label, name, .full, hint: hint, isOptional: true)
        if isSubject { box.text() } else { box.area(rows: 4) }
        if word.own != nil {
            Disclosure(t(T.centres.wordShippedNow)) { HTML::p(.lang(word.language.htmlLang)) { word.shipped } }
        }
        if let before = word.shippedBefore {
            Notice(.waiting, t(T.centres.wordShippedChanged)) { HTML::p(.lang(word.language.htmlLang)) { before } }
        }
    }

    private func letter(_ letter: LetterLook) -> some HTML {
        Card {
            div(.class("prose"), .lang(letter.language.htmlLang)) {
                if let subject = letter.subject { h3 { subject } }
                ForEach(letter.paragraphs) { paragraph in HTML::p { paragraph } }
                ForEach(letter.facts) { fact in HTML::p(.class("small")) { strong { fact.label + ":" }; " "; fact.value } }
                if letter.subject != nil { HTML::p { letter.sender } }
            }
        }
    }
}
