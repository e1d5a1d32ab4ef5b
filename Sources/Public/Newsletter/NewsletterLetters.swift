import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Queues

/// What is written to those who want a newsletter.
enum NewsletterLetters {
    /// Somebody asked for newsletters with an address, or staff say so: a link by which the owner says yes. Whoever does nothing gets nothing more.
    static func confirm(
        _ newsletters: [Newsletter], _ link: ConfirmLink, to address: String, in language: Language, isInvited: Bool, _ seal: Seal, at id: Centre.ID, in act: Act
    ) throws {
        let centre = try CentreStore.centre(id, in: act), t = try act.texts(language, of: centre)
        let names = Value.text(t.list(newsletters.map { $0.name(in: language).text }))
        let lead = isInvited ? T.newsletter.letterInvited(site: .text(centre.name(in: language))) : T.newsletter.letterAsked(site: .text(centre.name(in: language)))
        let href = "\(centre.origin(default: act.address))/\(language.rawValue)\(link.path(seal))"
        let frame = LetterFrame(
            language: language, greeting: t(T.newsletter.letterGreeting),
            paragraphs: [t(lead), t(T.newsletter.letterNames(names: names)), t(T.newsletter.letterConfirm(count: ConfirmLink.days))],
            action: Look.Link(t(T.newsletter.confirmLink), href: href), closing: t(T.newsletter.letterNothing), sender: centre.name(in: language))
        try act.send(Letter(
            to: address, name: "", centre: id, language: language, subject: t(T.newsletter.letterSubject(names: names)), text: frame.text, html: frame.html,
            about: .newsletterSubscriber(link.subscriber), isSecret: true))
    }

    /// The letters of one issue, made once in each language and written to one after another.
    struct Press {
        private let issue: NewsletterIssue
        private let centre: Centre
        private let seal: Seal
        private let origin: String
        private let prints: [Language: IssuePrint]

        init(_ issue: NewsletterIssue, in languages: Set<Language>, _ seal: Seal, at id: Centre.ID, in act: Act) throws {
            let centre = try CentreStore.centre(id, in: act), origin = centre.origin(default: act.address)
            (self.issue, self.centre, self.seal, self.origin) = (issue, centre, seal, origin)
            prints = try Dictionary(uniqueKeysWithValues: languages.map { language in
                (language, try NewsletterLetters.made(issue, language, centre, origin, in: act))
            })
        }

        func write(to reader: WaitingReader, in act: Act) throws {
            guard let print = prints[reader.language], let subscriber = reader.subscriber, let given = reader.given else { return }
            let leave = "\(origin)/\(reader.language.rawValue)\(LeaveLink(subscriber, issue.newsletter, given: given).path(seal))"
            try act.send(Letter(
                to: reader.address, name: reader.name, person: reader.person, centre: centre.id, language: reader.language, subject: print.subject,
                text: print.text(leaving: leave), html: print.html(leaving: leave), about: .newsletterIssue(issue.id), unsubscribe: leave))
        }
    }

    /// One letter of an issue to whoever tries how it looks. To leave by it leads to the own page, where nothing ends by itself.
    static func trial(_ issue: NewsletterIssue, to person: Person, in language: Language, at id: Centre.ID, in act: Act) throws {
        guard let email = person.email, person.verified != nil else { throw Problem.conflict(T.newsletter.errorNoAddress) }
        let centre = try CentreStore.centre(id, in: act), origin = centre.origin(default: act.address), t = try act.texts(language, of: centre)
        let print = try made(issue, language, centre, origin, in: act), leave = "\(origin)/\(language.rawValue)/me/newsletters"
        try act.send(Letter(
            to: email, name: person.name.full, person: person.id, centre: id, language: language, subject: t(T.newsletter.trialSubject(title: .text(print.subject))),
            text: print.text(leaving: leave), html: print.html(leaving: leave), about: .newsletterIssue(issue.id)))
    }

    /// How a letter reads as plain text, for a look before it begins.
    static func plain(_ sheet: IssueSheet, _ t: Texts, at centre: Centre, origin: String) -> [IssuePiece] {
        IssuePrint.pieces(sheet, t, origin: origin, sender: sender(centre, t.language), leaving: "\(origin)/\(t.language.rawValue)/newsletter/leave/…")
    }

    private static func made(_ issue: NewsletterIssue, _ language: Language, _ centre: Centre, _ origin: String, in act: Act) throws -> IssuePrint {
        IssuePrint(
            try IssueLineStore.sheet(issue, at: centre.id, language, in: act), try act.texts(language, of: centre), origin: origin, sender: sender(centre, language))
    }

    private static func sender(_ centre: Centre, _ language: Language) -> [String] {
        [centre.name(in: language), centre.street, centre.phone, centre.email].filter { !$0.isEmpty }
    }
}
