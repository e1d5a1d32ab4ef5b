import Foundation
import PackagePlugin

/// Writes typed text keys into Kernel and the resources themselves into Resources, before they are compiled.
@main
struct Generate: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let (work, name) = target.name == "Kernel" ? ("texts", "Texts.swift") : ("embedded", "Embedded.swift")
        let resources = context.package.directoryURL.appending(path: "Resources")
        let output = context.pluginWorkDirectoryURL.appending(path: name)
        // A list of input files would be that of the last time the package was planned: a file added since would not be seen when
        // it changes. The tool touches its one input, so it looks at the folder in every build, which takes milliseconds, and
        // leaves an output alone that stays the same.
        let look = context.pluginWorkDirectoryURL.appending(path: "\(work).look")
        if !FileManager.default.fileExists(atPath: look.path(percentEncoded: false)) { try Data().write(to: look) }
        return [
            .buildCommand(
                displayName: "Generate \(name)",
                executable: try context.tool(named: "generate").url,
                arguments: [work, resources.path(percentEncoded: false), output.path(percentEncoded: false), look.path(percentEncoded: false)],
                inputFiles: [look],
                outputFiles: [output])
        ]
    }
}
