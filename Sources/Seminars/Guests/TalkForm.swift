import Events
import Forms
import Kernel
import Languages

extension TalkDetails {
    init(_ typed: Typed, of event: Event) throws {
        var faults = Faults()
        let session = EventSession.ID(typed["session"]) ?? (event.sessionRows.count == 1 ? event.sessionRows.first : nil)
        let begins = ClockTime(typed: typed["begins"]), ends = ClockTime(typed: typed["ends"])
        faults.require(session != nil, "session", T.common.errorChoose)
        faults.require(begins != nil, "begins", T.events.errorTime)
        faults.require(ends != nil, "ends", T.events.errorTime)
        try faults.check()
        guard let session, let begins, let ends else { throw Problem.missing }
        self.init(session: session, begins: begins, ends: ends, title: typed["title"], speakers: typed["speakers"], abstract: typed.lines("abstract"))
    }

    var typed: Typed {
        Typed([
            "session": "\(session)", "begins": Language.sr.write(begins), "ends": Language.sr.write(ends), "title": title, "speakers": speakers, "abstract": abstract,
        ])
    }
}
