import Forms
import Kernel
import Languages

/// What was typed of a thing, and the other way round.
extension EquipmentDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(name: typed["name"], note: typed.lines("note"))
        check(&faults)
        try faults.check()
    }

    var typed: Typed { Typed(["name": name, "note": note]) }
}
