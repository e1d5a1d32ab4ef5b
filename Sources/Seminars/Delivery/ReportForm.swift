import Forms
import Kernel

/// What was typed of a report, and the other way round.
extension ReportText {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let visitors = faults.numberOrNothing(typed, "visitors", in: Self.visitorLimits)
        self.init(course: typed.lines("course"), remark: typed.lines("remark"), visitors: visitors, photoNote: typed.lines("photoNote"))
        _ = try faults.gather { try check() }
        try faults.check()
    }

    var typed: Typed { Typed(["course": course, "remark": remark, "visitors": visitors.map { "\($0)" } ?? "", "photoNote": photoNote]) }
}
