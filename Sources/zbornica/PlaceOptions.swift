import ArgumentParser
import Foundation
import Languages
import Logging
import Operation
import Resources
import Site
import Storage

/// Where the installation is: the same for every command that touches data.
struct PlaceOptions: ParsableArguments {
    @Option(help: help(T.zbornica.data)) var data = "data"

    @Option(help: help(T.zbornica.database)) var database: String?
    @OptionGroup var speech: SpeechOptions

    var place: Place { Place(data: URL(fileURLWithPath: data), database: database) }

    func settings() throws -> Settings { try Settings(data: place.data) }

    /// In development texts, styles and migrations are read from the folder that `ZBORNICA_RESOURCES` names.
    func carried() throws -> Carried {
        guard let folder = ProcessInfo.processInfo.environment["ZBORNICA_RESOURCES"] else { return try Carried() }
        return try Carried(ResourceSet(folder: URL(fileURLWithPath: folder)))
    }

    func logger() -> Logger {
        var logger = Logger(label: "zbornica", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .info
        return logger
    }
}
