import Accounts
import Centres
import Contests
import Documents
import Kernel
import Languages

/// Diplomas for those who made works, and thanks to their mentors, in the sign of the centre. The template is that of certificates, `certificate.typ`.
struct DiplomaPaper: Encodable, Sendable {
    struct Document: Encodable, Sendable {
        let centre: Paper.Office
        let marks: [Paper.Fact]
        let title: String
        let lead: String
        let name: String
        let about: [String]
        let statement: String
        let subject: String
        let text: String?
        let signatories: [Paper.Signatory]
        let seal: String
    }

    let language: String
    let title: String
    let documents: [Document]

    /// One for each who made a work with a prize. A diploma goes into the hands of the child: it has the name, whoever else may read it.
    static func diplomas(_ works: [(work: ContestWork, prize: Prize)], in contest: Contest, _ office: Centre, _ logo: CentreLogo?, _ t: Texts) -> DiplomaPaper {
        let documents = works.flatMap { work, prize in
            work.authors.filter { $0.forgotten == nil && !$0.name.isEmpty }.map { author in
                document(
                    T.juries.diploma, name: author.name, about: [t.shown(work.schoolName)].filter { !$0.isEmpty },
                    statement: t(T.juries.diplomaStatement(prize: .phrase(prize.name))),
                    text: work.title.isEmpty ? nil : t(T.juries.diplomaWork(title: .title(work.title))),
                    contest, office, logo, t)
            }
        }
        return DiplomaPaper(language: t.language.rawValue, title: t(T.juries.printDiplomas), documents: documents)
    }

    /// One for each mentor.
    static func thanks(_ works: [ContestWork], in contest: Contest, _ office: Centre, _ logo: CentreLogo?, _ t: Texts) -> DiplomaPaper {
        let own = Dictionary(grouping: works.filter { $0.mentor != nil && !$0.mentorName.isEmpty }) { $0.mentor }.values.sorted { $0[0].mentorName < $1[0].mentorName }
        let documents = own.map { works in
            let schools = Set(works.map(\.schoolName)).filter { !$0.isEmpty }.sorted().map { t.shown($0) }
            return document(
                T.juries.thanksTitle, name: works[0].mentorName, about: schools, statement: t(T.juries.thanksStatement),
                text: t(T.juries.thanksWorks(count: works.count)), contest, office, logo, t)
        }
        return DiplomaPaper(language: t.language.rawValue, title: t(T.juries.printThanks), documents: documents)
    }

    private static func document(
        _ title: Phrase, name: String, about: [String], statement: String, text: String?, _ contest: Contest, _ office: Centre, _ logo: CentreLogo?, _ t: Texts
    ) -> Document {
        Document(
            centre: Paper.Office(office, logo, t), marks: contest.decidedOn.map { [.init(t(T.juries.paperDay), t.day($0, .numeric))] } ?? [], title: t(title),
            lead: t(T.juries.givenTo), name: name, about: about, statement: statement, subject: t.shown(contest.name), text: text,
            signatories: [.init(name: "", role: t(T.juries.chair)), .init(name: "", role: t(T.juries.director))], seal: t(T.juries.seal))
    }
}
