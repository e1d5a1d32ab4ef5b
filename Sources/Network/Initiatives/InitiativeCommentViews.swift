import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// What is said of articles, and what is answered.
struct InitiativeCommentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: InitiativeSight, _ form: FilledForm) -> Screen {
        let own = reader.link(sight.initiative.deskPath)
        return InitiativeFrame(reader, sight).screen(.comments, form) {
            list(sight, answering: sight.isHome && sight.initiative.state.isWritten ? own : nil, form)
            writing(sight, "\(own)/comments", form)
        }
    }

    /// - Parameter own: where answers go; nil where none are written.
    @HTMLBuilder func list(_ sight: InitiativeSight, answering own: String?, _ form: FilledForm) -> some HTML {
        if sight.comments.isEmpty { EmptyState(t(T.initiatives.commentsNone), t(T.initiatives.commentsNoneText)) { Empty() } } else {
            DataTable(t(T.initiatives.comments), rows: sight.comments, columns: [
                Column(t(T.initiatives.about), .name) { comment in about(comment, sight) },
                // One box a cell: on a phone it stands beside the name of its column.
                Column(t(T.initiatives.comment)) { comment in
                    div {
                        t.run(comment.text)
                        HTML::p(.class("muted small")) { who(comment, sight) }
                    }
                },
                Column(t(T.initiatives.reply)) { comment in
                    div {
                        chip(comment)
                        if !comment.answer.isEmpty { HTML::p { t.run(comment.answer) } }
                    }
                },
            ], isCaptionHidden: true, below: own.map { own in { comment in Markup(answering(comment, sight, own, form)) } })
        }
    }

    private func about(_ comment: InitiativeComment, _ sight: InitiativeSight) -> String {
        guard let article = comment.article else { return t(T.initiatives.wholeText) }
        return sight.number(of: article).map { t(T.initiatives.articleOf(number: .number($0))) } ?? t(T.initiatives.articleGone)
    }

    private func who(_ comment: InitiativeComment, _ sight: InitiativeSight) -> String {
        let centre = comment.centre.flatMap { id in sight.parties.first { $0.centre?.id == id } }?.name(t)
        return [comment.person.flatMap { sight.names[$0] }, centre, t.instant(comment.written)].compactMap(\.self).joined(separator: " · ")
    }

    private func chip(_ comment: InitiativeComment) -> Chip {
        if comment.isOpen { return Chip(.waiting, t(T.initiatives.commentOpen)) }
        return comment.isTaken ? Chip(.good, t(T.initiatives.commentTaken)) : Chip(.info, t(T.initiatives.commentAnswered))
    }

    private func answering(_ comment: InitiativeComment, _ sight: InitiativeSight, _ own: String, _ form: FilledForm) -> some HTML {
        let (reply, taken) = ("reply-\(comment.id)", "taken-\(comment.id)"), name = "\(t(T.initiatives.answer)) \(t.number(Int(comment.id.value)))"
        let row = "\(about(comment, sight)) · \(who(comment, sight))"
        return RowDetails(t(comment.isOpen ? T.initiatives.answer : T.initiatives.answerAnew), of: row, isOpen: form.fault(reply) != nil) {
            Form(action: "\(own)/comments/\(comment.id)", hidden: reader.hidden, label: name) {
                form.field(T.initiatives.reply, reply, .full, otherwise: comment.answer, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                form.field(T.initiatives.takeOver, taken).check(isOn: comment.isTaken)
                Buttons { Submit(t(T.initiatives.answer), .quiet) }
            }
        }
    }

    @HTMLBuilder func writing(_ sight: InitiativeSight, _ action: String, _ form: FilledForm) -> some HTML {
        let one = sight.initiative, language = one.details.language
        if one.takesWords(at: reader.now), let current = sight.current {
            h2 { t(T.initiatives.comment) }
            Form(action: action, hidden: reader.hidden, isGuarded: true, label: t(T.initiatives.comment)) {
                form.field(T.initiatives.about, "article", .full, isOptional: true).select(
                    [Field.Choice("", t(T.initiatives.wholeText))] + current.articles.enumerated().map { place, article in
                        let heading = t.run(article.heading.isEmpty ? String(article.text.prefix(60)) : article.heading, language)
                        let number = t(T.initiatives.articleOf(number: .number(place + 1)))
                        return Field.Choice("\(article.id)", Run("\(number) \(heading.text)", lang: heading.lang))
                    })
                form.field(T.initiatives.comment, "remark", .full, hint: T.initiatives.commentHint, most: TextLimit.note.rawValue).area(rows: 4)
                Buttons { Submit(t(T.initiatives.sayIt)) }
            }
        } else if one.state == .open {
            HTML::p { t(T.initiatives.errorOver(at: .instant(one.details.deadline))) }
        }
    }
}
