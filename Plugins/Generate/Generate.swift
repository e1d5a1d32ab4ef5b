import Foundation
import PackagePlugin

/// Writes the typed keys of its texts into each module that has some, and the resources themselves into Resources, before they are compiled.
///
/// The texts of a module stand in the file of its name; what is common to all stands in Kernel.
@main
struct Generate: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let resources = context.package.directoryURL.appending(path: "Resources")
        let words = target.name == "Kernel" ? "common" : target.name.lowercased()
        let (work, source, name) = target.name == "Resources"
            ? ("embedded", resources, "Embedded.swift") : ("texts", resources.appending(path: "texts/\(words).json"), "Texts.swift")
        let output = context.pluginWorkDirectoryURL.appending(path: name)
        // A list of input files would be that of the last time the package was planned: a file added since would not be seen when
        // it changes. The tool touches its one input, so it looks at the folder in every build, which takes milliseconds, and
        // leaves an output alone that stays the same.
        let look = context.pluginWorkDirectoryURL.appending(path: "\(work).look")
        if !FileManager.default.fileExists(atPath: look.path(percentEncoded: false)) { try Data().write(to: look) }
        return [
            .buildCommand(
                displayName: "Generate \(name) of \(target.name)",
                executable: try context.tool(named: "generate").url,
                arguments: [work, source.path(percentEncoded: false), output.path(percentEncoded: false), look.path(percentEncoded: false)],
                inputFiles: [look],
                outputFiles: [output])
        ]
    }
}
