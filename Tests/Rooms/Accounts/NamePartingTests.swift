@testable import Accounts
import Testing

/// A whole name in one column, parted by its words and by the rows beside it.
@Suite struct `A name in one column` {
    private func parted(_ cells: [String], said: NameParting.Order? = nil, known: [PersonName] = []) -> [PartedName] {
        let parting = NameParting(known: known, cells: cells, said: said)
        return cells.map(parting.part)
    }

    @Test(arguments: [
        ("др Бранка Јовановић-Симић", "Бранка", "Јовановић-Симић", ["др"]), ("Петровић Ана", "Ана", "Петровић", []), ("Ана Петровић", "Ана", "Петровић", []),
        ("Петровић, Ана", "Ана", "Петровић", []), ("Ana Petrović, prof.", "Ana", "Petrović", ["prof."]),
        ("мр Милан Илић, спец. шк. психологије", "Милан", "Илић", ["мр", "спец."]),
        ("ПЕТРОВИЋ Ана", "Ана", "ПЕТРОВИЋ", []), ("Ана Марија Петровић", "Ана Марија", "Петровић", []), ("Ана Петровић Симић", "Ана", "Петровић Симић", []),
        ("Dr Jelena Đorđević", "Jelena", "Đorđević", ["Dr"]), ("Milica Jović (rođ. Ilić)", "Milica", "Jović", ["rođ. Ilić"]),
        ("Ona Kazlauskienė", "Ona", "Kazlauskienė", []), ("Petraitytė Rūta", "Rūta", "Petraitytė", []), ("dr. Jonas Petrauskas", "Jonas", "Petrauskas", ["dr."]),
        ("проф. др Зоран Ковачевић", "Зоран", "Ковачевић", ["проф. др"]), ("Александар Карађорђевић мастер", "Александар", "Карађорђевић", ["мастер"]),
    ]) func `is parted by its words, titles apart`(text: String, given: String, family: String, apart: [String]) {
        let name = parted([text])[0]
        #expect((name.given, name.family) == (given, family))
        if !text.contains("шк.") { #expect(name.apart == apart && name.isSure) }
    }

    @Test func `follows the order of the other rows where its own words say nothing`() {
        let names = parted(["Петровић Ана", "Илић Милан", "Јовић Вера", "Бук Ксантипа"])
        #expect(names[3] == PartedName(given: "Ксантипа", family: "Бук"), "all the others have the family name first")
        #expect(parted(["Ана Петровић", "Милан Илић", "Вера Јовић", "Ксантипа Бук"])[3] == PartedName(given: "Ксантипа", family: "Бук"))
        let mixed = parted(["Петровић Ана", "Илић Милан", "Јовић Вера", "Нада Марић"])
        #expect((mixed[3].given, mixed[3].family) == ("Нада", "Марић") && !mixed[3].isSure, "its words say one thing, the list another: somebody shall look")
    }

    @Test func `is doubted where nothing tells`() {
        #expect(!parted(["Бук Ксантипа"])[0].isSure)
        let said = parted(["Бук Ксантипа"], said: .familyFirst)[0]
        #expect((said.given, said.family) == ("Ксантипа", "Бук") && !said.isSure)
        let one = parted(["Мадона"])[0]
        #expect(one.given.isEmpty && one.family == "Мадона")
        #expect(parted([""])[0] == PartedName(given: "", family: "", isSure: false))
    }

    @Test func `is parted by the names of people we know`() {
        let known = [PersonName(given: "Ксантипа", family: "Бук")]
        #expect(parted(["Бук Ксантипа"], known: known)[0] == PartedName(given: "Ксантипа", family: "Бук"))
    }

    @Test(arguments: [
        ("a@x.rs\nb@x.rs", "a@x.rs", 1), ("a@x.rs; b@x.rs; c@x.rs", "a@x.rs", 2), ("a@x.rs / b@x.rs", "a@x.rs", 1), ("a@x.rs и b@x.rs", "a@x.rs", 1),
        ("a@x.rs,", "a@x.rs", 0), ("Ana <a@x.rs>, Вера <b@x.rs>", "a@x.rs", 1),
        ("a@x.rs – b@x.rs", "a@x.rs", 1), ("a@x.rs b@x.rs", "a@x.rs", 1), ("a@x.rs или b@x.rs", "a@x.rs", 1), ("a@x.rs;", "a@x.rs", 0), ("Ana X <a@x.rs>", "a@x.rs", 0),
        ("Ana <a@x.rs>; Вера <b@x.rs>", "a@x.rs", 1),
    ]) func `may have two addresses beside it, of which the first is taken`(text: String, first: String, others: Int) {
        let addresses = AddressesInCell(text)
        #expect(addresses.first == first && addresses.others.count == others)
    }

    @Test(arguments: ["a@x,rs", "a,b@x.rs", "Ana a@x.rs", "", "a@x.rs b", "a@x.rs, b@x.rs", "a@x.rs,b@x.rs"])
    func `has no address that is told from what stands beside it`(text: String) {
        #expect(AddressesInCell(text).first == nil)
    }
}
