import Accounts
import Events
import Files
import Kernel
import Languages
import Look
import Schools
package import Web

extension Room {
    /// Practice that grows: notes of what worked in class, who looked at them, who tried them; and help to make a book of it.
    package static let community = Room("community") { room in
        room.get("/practices", .public, example: "/practices", kept: .whileWritten, PracticePages.list)
        room.get("/practices.atom", .public, example: "/practices.atom", PracticePages.feed)
        room.get("/practices/:practice", .public, example: "/practices/1", kept: .whileWritten, PracticePages.show)
        room.get("/practices/:practice/way", .public, example: "/practices/1/way", kept: .whileWritten, PracticePages.way)
        room.post("/practices/:practice/try", .person, PracticePages.say)
        room.post("/practices/:practice/wish", .person, PracticePages.wish)
        room.post("/practices/:practice/tries/:try", .person, PracticePages.reveal)
        room.get("/publications", .public, example: "/publications", kept: .whileWritten, PublicationPages.list)
        room.get("/publications/:publication", .public, example: "/publications/3", kept: .whileWritten, PublicationPages.show)

        room.get("/me/practices", .person, example: "/me/practices", MyPracticePages.list)
        room.post("/me/practices/reviewer", .person, MyPracticePages.offer)
        room.post("/me/practices/step", .person, MyPracticePages.fromStep)
        room.get("/me/practices/new", .person, example: "/me/practices/new", MyPracticePages.new)
        room.post("/me/practices/new", .person, MyPracticePages.begin)
        room.get("/me/practices/:practice", .person, MyPracticePages.edit)
        room.post("/me/practices/:practice", .person, MyPracticePages.write)
        room.post("/me/practices/:practice/files", .person, takes: .uploads, MyPracticePages.addFile)
        room.post("/me/practices/:practice/files/:file/remove", .person, MyPracticePages.removeFile)
        room.post("/me/practices/:practice/authors", .person, MyPracticePages.name)
        room.post("/me/practices/:practice/mine", .person, MyPracticePages.answer)
        room.post("/me/practices/:practice/send", .person, MyPracticePages.send)
        room.post("/me/practices/:practice/reviewers", .person, MyPracticePages.ask)
        room.get("/me/practices/:practice/take-back", .person, MyPracticePages.askTakeBack)
        room.post("/me/practices/:practice/take-back", .person, MyPracticePages.takeBack)
        room.get("/me/reviews/:review", .person, ReviewPages.show)
        room.post("/me/reviews/:review", .person, ReviewPages.say)

        room.get("/me/publications/new", .person, example: "/me/publications/new", PublicationPages.new)
        room.post("/me/publications/new", .person, PublicationPages.ask)
        room.get("/me/publications/:publication", .person, PublicationPages.mine)
        room.post("/me/publications/:publication", .person, takes: .uploads, PublicationPages.write)

        room.get("/me/schools/:school/works", .person, example: "/me/schools/1/works", WorkSchoolPages.list)
        room.post("/me/schools/:school/works/:author", .person, WorkSchoolPages.confirm)
        room.school(T.community.schoolWorks, "works", at: 36, waits: { T.community.schoolWaits(count: $0) }, counted: WorkSchoolStore.waiting)

        room.get("/staff/practices", .coordinator, example: "/staff/practices", PracticeDeskPages.board)
        room.get("/staff/practices/:practice", .coordinator, example: "/staff/practices/1", PracticeDeskPages.show)
        room.post("/staff/practices/:practice/reviewers", .coordinator, PracticeDeskPages.ask)
        room.post("/staff/practices/:practice/reviews/:review/release", .coordinator, PracticeDeskPages.release)
        room.post("/staff/practices/:practice/publish", .coordinator, PracticeDeskPages.publish)
        room.post("/staff/practices/:practice/back", .coordinator, PracticeDeskPages.giveBack)
        room.post("/staff/practices/:practice/event", .coordinator, PracticeDeskPages.makeEvent)
        room.post("/staff/practices/:practice/idea", .coordinator, PracticeDeskPages.beginProgramme)
        room.get("/staff/publications", .coordinator, example: "/staff/publications", PublicationDeskPages.list)
        room.get("/staff/publications/new", .coordinator, example: "/staff/publications/new", PublicationDeskPages.new)
        room.post("/staff/publications/new", .coordinator, PublicationDeskPages.collect)
        room.get("/staff/publications/:publication", .coordinator, example: "/staff/publications/1", PublicationDeskPages.show)
        room.post("/staff/publications/:publication", .coordinator, PublicationDeskPages.set)
        room.post("/staff/publications/:publication/take", .coordinator, PublicationDeskPages.take)
        room.post("/staff/publications/:publication/decline", .coordinator, PublicationDeskPages.decline)
        room.post("/staff/publications/:publication/versions", .coordinator, takes: .uploads, PublicationDeskPages.write)
        room.post("/staff/publications/:publication/parts", .coordinator, PublicationDeskPages.compose)
        room.post("/staff/publications/:publication/publish", .coordinator, PublicationDeskPages.publish)
        room.get("/staff/publications/:publication/proof.pdf", .coordinator, PublicationDeskPages.proof)

        room.menu(.staff, T.community.title, "/staff/practices", .book, in: .practice, at: 62)
        room.menu(.staff, T.community.publications, "/staff/publications", .print, in: .practice, at: 63)
        room.menu(.foot, T.community.title, "/practices", at: 4)
        room.menu(.foot, T.community.publications, "/publications", at: 5)

        for table in ["practice_reviewer", "practice_review", "practice_try", "practice_wish", "authorship"] as [StaticString] {
            room.bring(PersonColumn(table, mayStay: true))
        }
        for kind in CommunityLetters.kinds { room.bring(kind) }
        room.bring(PersonColumn("publication_version"))
        room.bring(FileColumn("practice_file", isPersonal: true))
        room.bring(FileColumn("publication"))
        room.bring(FileColumn("publication_version", isPersonal: true))
        room.answer(FileSightAsked.self) { try CommunityKeepingStore.shows($0.file, in: $1) }
        room.answer(HeldAsked.self) { try CommunityKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try CommunityKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try CommunityKeepingStore.forget($0.person, in: $1) }
        room.on(EventAnnounced.self) { try PracticeReuseStore.announced($0.event, in: $1) }
        room.on(EventDiscarded.self) { try PracticeReuseStore.drop($0.event, in: $1) }
        room.nightly("community.forget") { try CommunityKeepingStore.forgetOld(in: $0) }
        room.index(PracticeStore.reindex)
        room.today(CommunityParts.today)
        room.me(CommunityParts.mine)
    }
}
