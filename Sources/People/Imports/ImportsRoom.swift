import Kernel
import Languages
import Queues
package import Web

extension Room {
    /// Lists from files: preview, import, undo.
    package static let imports = Room("imports") { room in
        room.get("/imports", .coordinator, example: "/imports", { try await ImportPages($0).list($0) })
        room.get("/imports/new/:kind", .coordinator, example: "/imports/new/schools", { try await ImportPages($0).form($0) })
        room.post("/imports/new/:kind", .coordinator, takes: .files, { try await ImportPages($0).upload($0) })
        room.get("/imports/drafts/:draft", .coordinator, example: "/imports/drafts/1", { try await ImportPages($0).preview($0) })
        room.post("/imports/drafts/:draft", .coordinator, { try await ImportPages($0).apply($0) })
        room.get("/imports/drafts/:draft/columns", .coordinator, example: "/imports/drafts/1/columns", { try await ImportColumnsPages($0).show($0) })
        room.post("/imports/drafts/:draft/columns", .coordinator, { try await ImportColumnsPages($0).save($0) })
        room.get("/imports/drafts/:draft/matches", .coordinator, example: "/imports/drafts/1/matches", { try await ImportMatchPages($0).show($0) })
        room.post("/imports/drafts/:draft/matches", .coordinator, { try await ImportMatchPages($0).save($0) })
        room.post("/imports/drafts/:draft/matches/all", .coordinator, { try await ImportMatchPages($0).settle($0) })
        room.post("/imports/drafts/:draft/stop", .coordinator, { try await ImportPages($0).stop($0) })
        room.post("/imports/drafts/:draft/drop", .coordinator, { try await ImportPages($0).drop($0) })
        room.get("/imports/:import", .coordinator, { try await ImportPages($0).show($0) })
        room.post("/imports/:import/undo", .coordinator, { try await ImportPages($0).undo($0) })

        room.job("imports.apply", ImportRun.work)
        room.settings(T.imports.imports, "/imports", T.imports.lead, at: 90)
        room.nightly("imports.forget") { act in
            try ImportDraftStore.sweep(in: act)
            try ImportMemoryStore.sweep(in: act)
        }
    }
}
