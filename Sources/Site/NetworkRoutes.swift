import Kernel
import People
import Web

extension Routes {
    /// Centres, institutions, rooms, imports.
    mutating func addNetwork() {
        get("/about", .public, example: "/about", cached: true, AboutPages.about)
        get("/for-schools", .public, example: "/for-schools", cached: true, AboutPages.schools)

        get("/schools", .coordinator, example: "/schools", SchoolPages.list)
        get("/schools/export", .coordinator, example: "/schools/export?format=csv", SchoolPages.export)
        get("/schools/new", .coordinator, example: "/schools/new", SchoolPages.new)
        post("/schools/new", .coordinator, SchoolPages.add)
        get("/schools/:school", .coordinator, SchoolPages.show)
        get("/schools/:school/edit", .coordinator, SchoolPages.edit)
        post("/schools/:school/edit", .coordinator, SchoolPages.change)
        post("/schools/:school/close", .coordinator, SchoolPages.close)
        post("/schools/:school/reopen", .coordinator, SchoolPages.reopen)

        get("/settings", .coordinator, example: "/settings", SettingsPage.show)
        get("/settings/centres", .administrator, example: "/settings/centres", CentresPages.list)
        post("/settings/centres", .administrator, CentresPages.add)
        get("/settings/centre", .director, example: "/settings/centre", CentrePages.settings)
        post("/settings/centre", .director, CentrePages.save)
        get("/settings/territory", .director, example: "/settings/territory", CentrePages.territory)
        post("/settings/territory", .director, CentrePages.saveTerritory)
        get("/settings/municipalities", .coordinator, example: "/settings/municipalities", MunicipalityPages.list)
        get("/settings/rooms", .coordinator, example: "/settings/rooms", RoomPages.list)
        get("/settings/rooms/new", .coordinator, example: "/settings/rooms/new", RoomPages.new)
        post("/settings/rooms/new", .coordinator, RoomPages.add)
        get("/settings/rooms/:room", .coordinator, RoomPages.edit)
        post("/settings/rooms/:room", .coordinator, RoomPages.change)
        post("/settings/rooms/:room/close", .coordinator, RoomPages.close)
        post("/settings/rooms/:room/reopen", .coordinator, RoomPages.reopen)

        let imports = ImportPages.house
        get("/imports", .coordinator, example: "/imports", imports.list)
        get("/imports/new/:kind", .coordinator, example: "/imports/new/schools", imports.form)
        post("/imports/new/:kind", .coordinator, imports.upload)
        get("/imports/drafts/:draft", .coordinator, imports.preview)
        post("/imports/drafts/:draft", .coordinator, imports.apply)
        post("/imports/drafts/:draft/drop", .coordinator, imports.drop)
        get("/imports/:import", .coordinator, imports.show)
        post("/imports/:import/undo", .coordinator, imports.undo)
    }
}
