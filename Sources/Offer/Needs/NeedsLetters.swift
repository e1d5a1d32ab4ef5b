import Accounts
import Centres
import Kernel
import Languages
import Look
import Schools

/// Letters of this room: to whoever looks after a school that has not answered.
enum NeedsLetters {
    static func asked(_ id: Person.ID, of school: School, in year: SchoolYear, from centre: Centre.ID, isAgain: Bool, in act: Act) throws {
        let centre = try CentreStore.centre(centre, in: act)
        try SchoolLetters.write(
            PersonStore.person(id, in: act), from: centre, path: "/me/schools/\(school.id)/needs?year=\(year.start)", about: .school(school.id), in: act
        ) { t in
            let name = Value.title(school.name(in: t.language)), year = Value.schoolYear(year)
            return (
                isAgain ? T.needs.letterAgainSubject(school: name) : T.needs.letterAskedSubject(school: name),
                [T.needs.letterAsked(year: year, school: name), T.needs.letterAskedNext], T.needs.letterAskedAct)
        }
    }
}
