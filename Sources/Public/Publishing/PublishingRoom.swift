import Centres
import Events
import Files
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// What a centre publishes of itself: news, pages, documents, the people who work there.
    package static let publishing = Room("publishing") { room in
        room.get("/news", .public, example: "/news", kept: .whileWritten, ArticlePages.news)
        room.get("/news.atom", .public, example: "/news.atom", ArticlePages.feed)
        room.get("/news/:article", .public, example: "/news/1", kept: .whileWritten, ArticlePages.piece)
        room.get("/pages/:article", .public, example: "/pages/5", kept: .whileWritten, ArticlePages.page)
        room.get("/information", .public, example: "/information", kept: .whileWritten, InformationPages.list)
        room.get("/information/:article", .public, example: "/information/8", kept: .whileWritten, InformationPages.show)
        room.get("/documents", .public, example: "/documents", kept: .whileWritten, CentreDocumentPages.list)

        room.get("/events/:event/share.png", .public, EventSharePages.picture)
        room.get("/widget/events", .public, example: "/widget/events", WidgetPages.events)
        room.get("/widget/code", .public, example: "/widget/code", WidgetPages.code)

        room.get("/staff/articles", .coordinator, example: "/staff/articles", ArticleDeskPages.list)
        room.get("/staff/articles/new", .coordinator, example: "/staff/articles/new", ArticleDeskPages.new)
        room.post("/staff/articles/new", .coordinator, ArticleDeskPages.add)
        room.get("/staff/articles/:article", .coordinator, example: "/staff/articles/1", ArticleDeskPages.edit)
        room.post("/staff/articles/:article", .coordinator, ArticleDeskPages.change)
        room.post("/staff/articles/:article/publish", .coordinator, ArticleDeskPages.publish)
        room.post("/staff/articles/:article/withdraw", .coordinator, ArticleDeskPages.withdraw)
        room.post("/staff/articles/:article/checked", .coordinator, InformationPages.checked)
        room.post("/staff/articles/:article/picture", .coordinator, takes: .uploads, ArticleDeskPages.picture)
        room.get("/staff/documents", .coordinator, example: "/staff/documents", CentreDocumentPages.desk)
        room.post("/staff/documents", .coordinator, takes: .uploads, CentreDocumentPages.add)
        room.post("/staff/documents/:document/withdraw", .coordinator, CentreDocumentPages.withdraw)
        room.post("/staff/documents/:document/publish", .coordinator, CentreDocumentPages.publish)
        room.get("/staff/team", .coordinator, example: "/staff/team", TeamPages.list)
        room.get("/staff/team/new", .coordinator, example: "/staff/team/new", TeamPages.new)
        room.post("/staff/team/new", .coordinator, takes: .uploads, TeamPages.add)
        room.get("/staff/team/:member", .coordinator, example: "/staff/team/1", TeamPages.edit)
        room.post("/staff/team/:member", .coordinator, takes: .uploads, TeamPages.change)
        room.post("/staff/team/:member/remove", .coordinator, TeamPages.remove)

        room.menu(.staff, T.publishing.site, "/staff/articles", .book, at: 65)
        room.menu(.foot, T.publishing.news, "/news", at: 3)
        room.menu(.foot, T.publishing.information, "/information", at: 4)
        room.menu(.foot, T.publishing.documents, "/documents", at: 5)
        room.menu(.foot, T.publishing.widgetCode, "/widget/code", at: 6)
        room.today(InformationPages.today)
        room.answer(AboutAsked.self, AboutParts.tell)
        for (table, column) in [("article", "picture"), ("centre_document", "file"), ("team_member", "picture")] as [(StaticString, StaticString)] {
            room.bring(FileColumn(table, column))
        }
        room.answer(FileSightAsked.self) { try ArticleStore.shows($0.file, in: $1) }
        room.answer(FileSightAsked.self) { try CentreDocumentStore.shows($0.file, in: $1) }
        room.answer(FileSightAsked.self) { try TeamStore.shows($0.file, in: $1) }
        room.job("publishing.share", EventSharePages.draw)
        room.each(minutes: 5, "publishing.shares") { records in try await records.write(by: .system) { try EventShareStore.ask(in: $0) } }
        room.nightly("publishing.share.forget") { try EventShareStore.forget(in: $0) }
        room.on(EventDiscarded.self) { try EventShareStore.drop($0.event, in: $1) }
        room.index(ArticleStore.reindex)
        room.index(CentreDocumentStore.reindex)
    }
}
