import Accounts
import Centres
import Documents
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// What a circle does between its meetings: conclusions, plan, members, files, visits, words, the year's report.
enum CircleWorkPages {
    private static func ids(_ visit: Visit) throws -> (centre: Centre.ID, circle: Circle.ID) { (visit.centre.id, try visit.id("circle")) }

    /// The school year that the address asks for, else this one.
    private static func year(_ visit: Visit) -> SchoolYear {
        let now = SchoolYear(containing: visit.today)
        return visit.query.number("year", in: 2000...2100).flatMap(SchoolYear.init(start:)) ?? now
    }

    private static func does(
        _ visit: Visit, _ page: String, _ said: Phrase, again: (FilledForm) async throws -> Screen,
        _ deed: @escaping @Sendable (Circle.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, circle) = try ids(visit)
        return try await visit.submit({
            try await visit.act { act in
                try deed(circle, centre, act)
                return Redirect(visit.link("/me/circles/\(circle)/\(page)"), said)
            }
        }, again: again)
    }

    // MARK: Conclusions

    @Sendable static func conclusions(_ visit: Visit) async throws -> Answer { visit.page(try await conclusions(visit, visit.form())) }

    private static func conclusions(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, circle) = try ids(visit), year = year(visit)
        let found = try await visit.read { try CircleConclusionStore.year(year, of: circle, at: centre, in: $0) }
        return CircleConclusionViews(reader: visit.reader).year(found, form)
    }

    @Sendable static func conclude(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await does(visit, "conclusions", T.circles.saidConcluded, again: { try await conclusions(visit, $0) }) { circle, centre, act in
            _ = try CircleConclusionStore.add(try CircleConclusionDetails(typed, own: own), of: circle, by: nil, at: centre, in: act)
        }
    }

    @Sendable static func conclusion(_ visit: Visit) async throws -> Answer { visit.page(try await conclusion(visit, nil, nil)) }

    private static func conclusion(_ visit: Visit, _ word: FilledForm?, _ form: FilledForm?) async throws -> Screen {
        let (centre, circle) = try ids(visit), id: CircleConclusion.ID = try visit.id("conclusion")
        let (sight, found, folder, plan) = try await visit.read { act in
            let sight = try CircleStore.sight(circle, at: centre, in: act), found = try CircleConclusionStore.conclusion(id, of: circle, in: act)
            let folder = try found.meeting.map { try CircleMeetingStore.folder($0, of: circle, at: centre, in: act) }
            return (sight, found, folder, try CirclePlanStore.lines(of: circle, in: SchoolYear(containing: sight.today), in: act))
        }
        return CircleConclusionViews(reader: visit.reader).page(
            sight, found, folder, plan, word ?? visit.form(Typed(["state": found.state.rawValue, "outcome": found.outcome])),
            form ?? visit.form(found.details.typed))
    }

    @Sendable static func settle(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, id: CircleConclusion.ID = try visit.id("conclusion")
        return try await does(visit, "conclusions/\(id)", T.common.saved, again: { try await conclusion(visit, $0, nil) }) { circle, centre, act in
            let (state, outcome) = try ConclusionWord.read(typed)
            try CircleConclusionStore.settle(id, state, outcome, of: circle, at: centre, in: act)
        }
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language, id: CircleConclusion.ID = try visit.id("conclusion")
        return try await does(visit, "conclusions/\(id)", T.common.saved, again: { try await conclusion(visit, nil, $0) }) { circle, centre, act in
            try CircleConclusionStore.edit(id, to: try CircleConclusionDetails(typed, own: own), of: circle, at: centre, in: act)
        }
    }

    // MARK: The plan

    @Sendable static func plan(_ visit: Visit) async throws -> Answer { visit.page(try await plan(visit, visit.form())) }

    private static func plan(_ visit: Visit, _ form: FilledForm, edited: CirclePlanLine.ID? = nil) async throws -> Screen {
        let (centre, circle) = try ids(visit), year = year(visit)
        let (sight, lines, left) = try await visit.read { act in
            let sight = try CircleStore.sight(circle, at: centre, in: act)
            return (sight, try CirclePlanStore.lines(of: circle, in: year, in: act), try CirclePlanStore.left(of: circle, before: year, in: act))
        }
        return CirclePlanViews(reader: visit.reader).page(sight, year, lines, left, form, edited: edited)
    }

    @Sendable static func addLine(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, year = year(visit)
        return try await does(visit, "plan?year=\(year.start)", T.common.saved, again: { try await plan(visit, $0) }) { circle, centre, act in
            try CirclePlanStore.add(try CirclePlanDetails(typed), to: year, of: circle, at: centre, in: act)
        }
    }

    @Sendable static func beginPlan(_ visit: Visit) async throws -> Answer {
        let year = year(visit)
        return try await does(visit, "plan?year=\(year.start)", T.circles.saidCarried, again: { try await plan(visit, $0) }) { circle, centre, act in
            try CirclePlanStore.begin(year, of: circle, at: centre, in: act)
        }
    }

    @Sendable static func line(_ visit: Visit) async throws -> Answer {
        let year = year(visit), id: CirclePlanLine.ID = try visit.id("line"), typed = visit.typed
        return try await does(visit, "plan?year=\(year.start)", T.common.saved, again: { try await plan(visit, $0, edited: id) }) { circle, centre, act in
            if typed.has("remove") {
                try CirclePlanStore.remove(id, of: circle, at: centre, in: act)
            } else if typed.has("done") || typed.has("open") {
                try CirclePlanStore.setDone(typed.has("done"), id, of: circle, at: centre, in: act)
            } else {
                try CirclePlanStore.edit(id, to: try CirclePlanDetails(typed), of: circle, at: centre, in: act)
            }
        }
    }

    // MARK: Members

    @Sendable static func members(_ visit: Visit) async throws -> Answer { visit.page(try await members(visit, visit.form())) }

    private static func members(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, circle) = try ids(visit)
        let (sight, asking, meetings) = try await visit.read { act in
            (try CircleStore.sight(circle, at: centre, in: act), try CircleMemberStore.asking(circle, in: act), try CircleMeetingStore.meetings(of: circle, in: act))
        }
        return CircleMemberViews(reader: visit.reader).page(sight, asking, meetings, form)
    }

    @Sendable static func addMember(_ visit: Visit) async throws -> Answer {
        let email = visit.typed["email"]
        return try await does(visit, "members", T.circles.saidAdded, again: { try await members(visit, $0) }) { circle, centre, act in
            guard let address = EmailAddress(email) else { throw Problem.invalid("email", T.common.errorEmail) }
            try CircleMemberStore.add(email: address.text, from: nil, to: circle, at: centre, in: act)
        }
    }

    @Sendable static func accept(_ visit: Visit) async throws -> Answer {
        let member: CircleMember.ID = try visit.id("member")
        return try await does(visit, "members", T.circles.saidAdded, again: { try await members(visit, $0) }) { circle, centre, act in
            try CircleMemberStore.accept(member, of: circle, at: centre, in: act)
        }
    }

    @Sendable static func leave(_ visit: Visit) async throws -> Answer {
        let member: CircleMember.ID = try visit.id("member"), (centre, circle) = try ids(visit)
        return try await visit.submit {
            try await visit.act { act in
                try CircleMemberStore.leave(member, of: circle, at: centre, in: act)
                let stays = (try? CircleStore.sight(circle, at: centre, in: act)) != nil
                return Redirect(visit.link(stays ? "/me/circles/\(circle)/members" : "/me/circles"), T.circles.saidLeft)
            }
        } again: { try await members(visit, $0) }
    }

    @Sendable static func setChair(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await does(visit, "members", T.common.saved, again: { try await members(visit, $0) }) { circle, centre, act in
            let form = try ChairForm(typed, own: own)
            try CircleMemberStore.setChair(form.person, isDeputy: form.isDeputy, form.term, by: form.point, of: circle, at: centre, in: act)
        }
    }

    // MARK: Files

    @Sendable static func files(_ visit: Visit) async throws -> Answer { visit.page(try await files(visit, visit.form())) }

    private static func files(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, circle) = try ids(visit)
        let (sight, files) = try await visit.read { act in
            (try CircleStore.sight(circle, at: centre, in: act), try CircleTalkStore.files(of: circle, in: act))
        }
        return CircleTalkViews(reader: visit.reader).files(sight, files, form)
    }

    @Sendable static func addFile(_ visit: Visit) async throws -> Answer {
        let (centre, circle) = try ids(visit)
        return try await visit.submit {
            // The door first: nothing is made of a picture for whoever may not put it there.
            _ = try await visit.read { try CircleStore.sight(circle, at: centre, in: $0) }
            let title = try CircleWords.read(visit.typed, "title", .sentence)
            guard let file = try await FileIntake(visit).file(visit.typed, "file", [.picture, .document], alt: title) else { throw Problem.missing }
            return try await visit.act { act in
                try CircleTalkStore.add(file, title: title, to: circle, at: centre, in: act)
                return Redirect(visit.link("/me/circles/\(circle)/files"), T.circles.saidShared)
            }
        } again: { form in
            _ = try await visit.read { try CircleStore.sight(circle, at: centre, in: $0) }
            return try await files(visit, try visit.holding("file", form))
        }
    }

    @Sendable static func removeFile(_ visit: Visit) async throws -> Answer {
        let id: CircleFile.ID = try visit.id("file")
        return try await does(visit, "files", T.circles.saidUnshared, again: { try await files(visit, $0) }) { circle, centre, act in
            try CircleTalkStore.remove(id, from: circle, at: centre, in: act)
        }
    }

    // MARK: Words

    @Sendable static func talk(_ visit: Visit) async throws -> Answer { visit.page(try await talk(visit, visit.form())) }

    private static func talk(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, circle) = try ids(visit)
        let (sight, posts) = try await visit.read { act in
            let sight = try CircleStore.sight(circle, at: centre, in: act)
            return (sight, try CircleTalkStore.posts(of: sight, in: act))
        }
        return CircleTalkViews(reader: visit.reader).talk(sight, posts, form)
    }

    @Sendable static func say(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(visit, "talk", T.circles.saidWrote, again: { try await talk(visit, $0) }) { circle, centre, act in
            try CircleTalkStore.write(try CircleWords.read(typed, "text", .note), in: circle, at: centre, in: act)
        }
    }

    @Sendable static func report(_ visit: Visit) async throws -> Answer {
        let id: CirclePost.ID = try visit.id("post")
        return try await does(visit, "talk", T.circles.saidReported, again: { try await talk(visit, $0) }) { circle, centre, act in
            try CircleTalkStore.report(id, in: circle, at: centre, in: act)
        }
    }

    @Sendable static func hide(_ visit: Visit) async throws -> Answer {
        let id: CirclePost.ID = try visit.id("post"), typed = visit.typed
        return try await does(visit, "talk", T.circles.saidHidden, again: { try await talk(visit, $0) }) { circle, centre, act in
            try CircleTalkStore.hide(id, reason: try CircleWords.read(typed, "reason", .note), in: circle, at: centre, in: act)
        }
    }

    @Sendable static func digest(_ visit: Visit) async throws -> Answer {
        let wants = visit.typed.has("digest")
        return try await does(visit, "talk", wants ? T.circles.saidDigestOn : T.circles.saidDigestOff, again: { try await talk(visit, $0) }) { circle, centre, act in
            try CircleTalkStore.setDigest(wants, in: circle, at: centre, in: act)
        }
    }

    // MARK: The year's report

    @Sendable static func yearReport(_ visit: Visit) async throws -> Answer {
        let (report, below, sight) = try await reports(visit)
        return visit.page(CircleReportViews(reader: visit.reader).page(report, below, sight))
    }

    private static func reports(_ visit: Visit) async throws -> (CircleReport, [CircleReport], CircleSight) {
        let (centre, circle) = try ids(visit), year = year(visit)
        return try await visit.read { act in
            let sight = try CircleStore.look(CircleStore.circle(circle, at: centre, in: act), in: act)
            let report = try CircleReportStore.report(year, of: circle, at: centre, in: act)
            return (report, sight.circle.details.kind == .council ? try CircleReportStore.reports(year, under: circle, at: centre, in: act) : [], sight)
        }
    }

    @Sendable static func printReport(_ visit: Visit) async throws -> Answer {
        let (report, below, _) = try await reports(visit), id = visit.centre.id
        let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
        let paper = CirclePaper(t: visit.t, office: centre).report(report, below)
        return try await visit.printed(paper, with: "report", name: "\(paper.title).pdf")
    }
}
