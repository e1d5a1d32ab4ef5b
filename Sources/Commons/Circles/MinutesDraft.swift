import Languages

/// What minutes begin with: all that is known already. Names of those who were there stand beside the text, not in it, so that a name that is erased leaves it.
struct MinutesDraft {
    let folder: MeetingFolder
    let t: Texts

    var text: String {
        let details = folder.meeting.details, roll = folder.roll
        let place = details.place.isEmpty ? t(T.circles.online) : t.shown(details.place)
        var parts = [
            t(T.circles.draftOpening(day: .day(details.day), times: .times(details.begins, details.ends), place: .text(place))),
            t(T.circles.presentOf(present: .number(roll.present), members: .number(roll.members))) + " "
                + t(folder.hasQuorum ? T.circles.draftQuorum(needed: .number(roll.needed)) : T.circles.draftNoQuorum(needed: .number(roll.needed))),
        ]
        for (place, point) in folder.meeting.points.enumerated() {
            parts.append("## \(place + 1). \(point.title)")
            if let ballot = point.ballot {
                let votes = t(T.circles.ballot(yes: .number(ballot.yes), no: .number(ballot.no), abstained: .number(ballot.abstained)))
                parts.append("\(votes) – \(t(ballot.result(hasQuorum: folder.hasQuorum).name)).")
            }
            let own = folder.conclusions.filter { $0.details.point == point.id }
            parts.append(own.isEmpty ? t(T.circles.draftSaid) : own.map(line).joined(separator: "\n"))
        }
        let rest = folder.conclusions.filter { conclusion in !folder.meeting.points.contains { $0.id == conclusion.details.point } }
        if !rest.isEmpty { parts += ["## \(t(T.circles.conclusions))", rest.map(line).joined(separator: "\n")] }
        return parts.joined(separator: "\n\n")
    }

    private func line(_ conclusion: CircleConclusion) -> String {
        "- \(conclusion.details.text.split(whereSeparator: \.isNewline).joined(separator: " ")) (\(t(T.circles.until(day: .day(conclusion.details.due)))))"
    }
}
