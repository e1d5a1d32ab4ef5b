import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// What members share: files and words.
struct CircleTalkViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func files(_ sight: CircleSight, _ files: [CircleFile], _ form: FilledForm) -> Screen {
        let base = reader.link("\(sight.circle.path)/files")
        return CircleFrame(reader, sight).screen(.files, [form]) {
            if files.isEmpty { EmptyState(t(T.circles.filesNone), t(T.circles.filesNoneText)) { Empty() } } else {
                DataTable(t(T.circles.files), rows: files, columns: [
                    Column(t(T.circles.fileTitle), .name) { file in
                        a(.href(reader.link(file.file.path))) { t.run(file.title) }; " "; span(.class("hint")) { "(\(file.file.label(t)))" }
                    },
                    Column(t(T.circles.sharedBy)) { file in file.name.isEmpty ? "–" : file.name },
                    Column(t(T.circles.day)) { file in t.day(t.zone.day(of: file.added), .numeric) },
                    Column(t(T.circles.handle), .act) { file in
                        if sight.mayRun || file.person == sight.person {
                            Form(action: "\(base)/\(file.id)/remove", hidden: reader.hidden, isInline: true, label: "\(t(T.common.remove)): \(file.title)") {
                                Submit(t(T.common.remove), .quiet)
                            }
                        }
                    },
                ], isCaptionHidden: true)
            }
            if sight.circle.closed == nil {
                h2 { t(T.circles.share) }
                Form(action: base, hidden: reader.hidden, hasFiles: true, label: t(T.circles.share)) {
                    form.field(T.circles.fileTitle, "title", .full).text()
                    FileFields(form, T.common.file, "file", [.picture, .document], asksAlt: false)
                    Buttons { Submit(t(T.circles.share)) }
                }
            }
        }
    }

    func talk(_ sight: CircleSight, _ posts: [CirclePost], _ form: FilledForm) -> Screen {
        let base = reader.link("\(sight.circle.path)/talk"), own = sight.members.first { $0.person == sight.person && $0.id != nil }
        return CircleFrame(reader, sight).screen(.talk, [form]) {
            if sight.isMember, sight.circle.closed == nil {
                Form(action: base, hidden: reader.hidden, isGuarded: true, label: t(T.circles.writeToAll)) {
                    form.field(T.circles.writeToAll, "text", .full, hint: T.circles.writeHint, most: TextLimit.note.rawValue).area(rows: 3)
                    Buttons { Submit(t(T.circles.publish)) }
                }
            }
            if posts.isEmpty { HTML::p { t(T.circles.talkNone) } }
            ForEach(posts) { post in
                article {
                    h2 { post.name; ", "; t.instant(post.at) }
                    if post.isHidden {
                        Notice(.neutral) { HTML::p { t(T.circles.hiddenPost); " "; t.run(post.reason) } }
                    } else {
                        ForEach(post.text.split(whereSeparator: \.isNewline).map(String.init)) { line in HTML::p { t.run(line) } }
                        if post.isReported { HTML::p { Chip(.waiting, t(T.circles.reported)) } }
                        handle(post, sight, base)
                    }
                }
            }
            if let own {
                h2 { t(T.circles.byLetter) }
                HTML::p { t(own.wantsDigest ? T.circles.digestIsOn : T.circles.digestIsOff) }
                Form(action: "\(base)/digest", hidden: reader.hidden, label: t(T.circles.byLetter)) {
                    Buttons {
                        if own.wantsDigest { Submit(t(T.circles.digestStop), .quiet, name: "stop", value: "yes") } else {
                            Submit(t(T.circles.digestStart), .quiet, name: "digest", value: "yes")
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func handle(_ post: CirclePost, _ sight: CircleSight, _ base: String) -> some HTML {
        if sight.mayRun {
            Disclosure(t(T.circles.hide)) {
                Form(action: "\(base)/\(post.id)/hide", hidden: reader.hidden, label: "\(t(T.circles.hide)): \(post.id)") {
                    Field(t(T.circles.hideReason), name: "reason", row: "\(post.id)", width: .full, most: TextLimit.note.rawValue).text()
                    Buttons { Submit(t(T.circles.hide), .quiet) }
                }
            }
        } else if !post.isReported, post.person != sight.person {
            Form(action: "\(base)/\(post.id)/report", hidden: reader.hidden, isInline: true, label: "\(t(T.circles.reportPost)): \(post.id)") {
                Submit(t(T.circles.reportPost), .quiet)
            }
        }
    }
}
