import Kernel
package import Languages
package import Look
import Centres

extension Texts {
    /// Text that people wrote for the public, as this page shows it, with its language where that is not the page's.
    package func run(_ text: String, _ own: Language) -> Run { Run(shown(text), lang: lang(of: own)) }

    /// The same for a name of a person: never converted. Its script is seen from its letters.
    package func run(name: String, _ own: Language) -> Run {
        let script: Language = Script.of(name) == .cyrillic ? .sr : own == .sr ? .srLatn : own
        return Run(name, lang: script == language ? nil : script.htmlLang)
    }

    /// What `lang` says of a text in that language on this page; nil where it need not say anything. Cyrillic is written in Latin on every page but a
    /// Cyrillic one.
    package func lang(of own: Language) -> String? {
        let stands = own == .sr && language != .sr ? Language.srLatn : own
        return stands == language ? nil : stands.htmlLang
    }

    func run(_ code: CycleCode, of cycle: Cycle) -> Run { run(code.label, cycle.accreditor.language(of: code.name)) }

    func run(_ cycle: Cycle) -> Run { run(cycle.title, cycle.accreditor.language(of: cycle.title)) }

    func run(_ accreditor: Accreditor) -> Run { run(accreditor.code, accreditor.language(of: accreditor.code)) }

    func name(_ form: Programme.Form) -> String { self(ProgrammeWords.phrase(form)) }

    func name(_ list: CodeList) -> String { self(ProgrammeWords.phrase(list)) }
}
