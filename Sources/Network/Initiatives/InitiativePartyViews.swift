import Centres
import Circles
import Forms
import HTML
import Kernel
import Languages
import Look

/// Who takes part, and the positions of those who have no account here.
struct InitiativePartyViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: InitiativeSight, _ centres: [Centre], _ circles: [Circle], _ form: FilledForm) -> Screen {
        let own = reader.link(sight.initiative.deskPath)
        return InitiativeFrame(reader, sight).screen(.parties, form) {
            StandingsShown(reader: reader, sight: sight)
            let isWritten = sight.isHome && sight.initiative.state.isWritten
            if !sight.circles.isEmpty, !isWritten {
                h2 { t(T.initiatives.circles) }
                ul { ForEach(sight.circles) { one in li { t.run(one.name) } } }
            }
            if isWritten {
                noting(sight, own, form)
                asking(sight, centres, circles, own, form)
            }
        }
    }

    /// A letter came from somebody outside.
    @HTMLBuilder private func noting(_ sight: InitiativeSight, _ own: String, _ form: FilledForm) -> some HTML {
        let outside = sight.parties.filter { $0.centre == nil }
        if !outside.isEmpty, sight.initiative.takesWords(at: reader.now) {
            Disclosure(t(T.initiatives.noteDown), isOpen: form.fault("standing") != nil || form.fault("party") != nil || form.fault("words") != nil) {
                Form(action: "\(own)/parties/position", hidden: reader.hidden, label: t(T.initiatives.noteDown)) {
                    form.field(T.initiatives.party, "party").select(outside.map { Field.Choice("\($0.id)", t.run($0.name)) })
                    form.field(T.initiatives.position, "standing").radios(InitiativeStanding.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    form.field(T.initiatives.words, "words", .full, hint: T.initiatives.wordsOutside, isOptional: true, most: TextLimit.note.rawValue)
                        .area(rows: 3)
                    Buttons { Submit(t(T.initiatives.noteDown), .quiet) }
                }
            }
        }
    }

    private func asking(_ sight: InitiativeSight, _ centres: [Centre], _ circles: [Circle], _ own: String, _ form: FilledForm) -> some HTML {
        let others = centres.filter { $0.id != sight.home.id }
        return Form(action: "\(own)/parties", hidden: reader.hidden, isGuarded: true, label: t(T.initiatives.ask)) {
            h2 { t(T.initiatives.ask) }
            HTML::p { t(T.initiatives.askHint) }
            if !others.isEmpty {
                form.field(T.initiatives.centres, "centres", isOptional: true).checkboxes(
                    others.map { Field.Choice("\($0.id)", $0.name(in: t.language)) }, chosen: Set(form.typed.all("centres")))
            }
            if !circles.isEmpty {
                form.field(T.initiatives.circles, "circles", hint: T.initiatives.circlesHint, isOptional: true).checkboxes(
                    circles.map { Field.Choice("\($0.id)", t.run($0.details.name)) }, chosen: Set(form.typed.all("circles")))
            }
            form.field(T.initiatives.outside, "outside", .full, hint: T.initiatives.outsideHint, isOptional: true).area(rows: 4)
            Buttons { Submit(t(T.common.save)) }
        }
    }
}
