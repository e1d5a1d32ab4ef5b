package import HTML
package import Languages

/// The living catalogue: every component and the pages that set the tone, with invented content, in both frames.
package struct Styleguide: View {
    let chapter: Chapter
    let language: Language
    let assets: Assets

    package enum Chapter: String, CaseIterable, Sendable {
        case list, event, apply, certificate, mine, parts
        case today, desk, reports, settings

        /// Whether it stands on the staff's desk.
        var isStaff: Bool { [.today, .desk, .reports, .settings].contains(self) }
    }

    /// - Parameter language: `.lt` shows the Lithuanian samples, every other the Serbian.
    package init(_ chapter: Chapter, language: Language, assets: Assets) {
        self.chapter = chapter
        self.language = language == .lt ? .lt : .sr
        self.assets = assets
    }

    private var say: Sample { Sample(language: language) }

    package var body: some HTML {
        if chapter.isStaff {
            StaffFrame(frame) { content }
        } else {
            PublicFrame(frame) { content }
        }
    }

    @HTMLBuilder
    private var content: some HTML {
        switch chapter {
        case .list: SampleList(say: say)
        case .event: SampleEvent(say: say)
        case .apply: SampleForm(say: say)
        case .certificate: SampleCertificate(say: say)
        case .mine: SampleMine(say: say)
        case .parts: SampleParts(say: say)
        case .today: SampleToday(say: say)
        case .desk: SampleDesk(say: say)
        case .reports: SampleReports(say: say)
        case .settings: SampleSettings(say: say)
        }
    }

    private var frame: Frame {
        Frame(
            page: Page(
                title: chapter.rawValue, site: say.centre.name, language: language,
                path: "/styleguide/\(chapter.rawValue)",
                alternates: Language.allCases.map {
                    Alternate($0, href: "/styleguide/\(chapter.rawValue)?language=\($0.rawValue)")
                }, isIndexed: false, assets: assets),
            centre: say.centre, doors: chapter.isStaff ? say.rail : say.doors, shortcuts: say.shortcuts, trail: trail,
            visitor: visitor, flashes: chapter == .mine ? [flash] : [],
            demonstration: say(
                "Ово је огледна инсталација: људи и школе су измишљени.", "Tai demonstracija: žmonės ir mokyklos išgalvoti."),
            notes: say.notes, words: say.words)
    }

    private var trail: [Link] {
        switch chapter {
        case .list, .today, .certificate, .mine: []
        default:
            [Link(say("Почетна", "Pradžia"), href: "#"), Link(say("Обуке и скупови", "Mokymai ir renginiai"), href: "#")]
        }
    }

    private var visitor: Frame.Visitor {
        switch chapter {
        case .list, .certificate: .stranger(signIn: Link(say("Улаз", "Prisijungti"), href: "#"))
        default:
            .known(
                name: say("Ана Петровић", "Rūta Kazlauskienė"), home: "#",
                signOut: Frame.SignOut(say("Изађите", "Atsijungti"), action: "#", hidden: [Hidden("token", "sample")]))
        }
    }

    private var flash: Frame.Flash {
        Frame.Flash(
            .good,
            say(
                "Пријава је примљена. Потврда је послата на вашу е-адресу.",
                "Registracija gauta. Patvirtinimas išsiųstas el. paštu."))
    }
}
