import Languages

/// Which row of the database a session of a new plan keeps. Attendance and choices refer to rows, so a session that is only moved, renamed or given
/// another hall must keep its own, and nobody's choice may pass to another workshop in silence.
enum SessionRows {
    struct Row {
        let id: EventSession.ID
        let day: Day
        let begins: ClockTime
        let title: String
        let isWorkshop: Bool
    }

    /// The same name at the same time first; then a workshop by its name, whenever it is; then the same time. What is left over passes to moved sessions
    /// in their order, but never from one workshop to another.
    /// - Returns: the row of each session, nil for a new one, and the rows that no session keeps.
    static func kept(_ rows: [Row], by sessions: [EventSession]) -> (kept: [EventSession.ID?], left: [EventSession.ID]) {
        var free = rows
        var kept = [EventSession.ID?](repeating: nil, count: sessions.count)
        func isAt(_ row: Row, _ session: EventSession) -> Bool { row.day == session.day && row.begins == session.begins }
        let ways: [(Row, EventSession) -> Bool] = [
            { isAt($0, $1) && $0.title == $1.title },
            { !$0.title.isEmpty && $0.title == $1.title && $0.day == $1.day },
            { !$0.title.isEmpty && $0.title == $1.title },
            isAt,
            { row, session in !row.isWorkshop && session.seats == 0 },
        ]
        for isKept in ways {
            for (index, session) in sessions.enumerated() where kept[index] == nil {
                if let found = free.firstIndex(where: { isKept($0, session) }) { kept[index] = free.remove(at: found).id }
            }
        }
        return (kept, free.map(\.id))
    }
}
