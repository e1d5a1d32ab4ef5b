import Kernel
package import Languages
package import Look
import Centres

extension Texts {
    func run(_ code: CycleCode, of cycle: Cycle) -> Run { run(code.label, cycle.accreditor.language(of: code.name)) }

    func run(_ cycle: Cycle) -> Run { run(cycle.title, cycle.accreditor.language(of: cycle.title)) }

    func run(_ accreditor: Accreditor) -> Run { run(accreditor.code, accreditor.language(of: accreditor.code)) }

    func name(_ form: Programme.Form) -> String { self(ProgrammeWords.phrase(form)) }

    func name(_ list: CodeList) -> String { self(ProgrammeWords.phrase(list)) }
}
