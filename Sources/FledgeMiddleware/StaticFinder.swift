// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Looks for the file that answers a path: the file itself, the index of a folder, or a compressed
/// form of either.
struct StaticFinder: Sendable {
    let folder: StaticFolder
    let options: StaticOptions
    let encodings: AcceptEncoding

    enum Result: Sendable {
        case file(StaticFile)
        /// A folder with an index, asked for without the slash at the end.
        case folderWithoutSlash
        case nothing
    }

    /// Blocks as long as the disk does.
    func find(_ path: StaticPath) throws -> Result {
        guard let opened = try folder.openFile(at: path) else { return .nothing }
        if !opened.isFolder {
            // `/logo.png/` is no folder.
            return path.isFolder ? .nothing : .file(try bestForm(of: opened, at: path))
        }
        guard let index = options.index else { return .nothing }
        let indexPath = path.appending(index)
        guard let page = try folder.openFile(at: indexPath), !page.isFolder else {
            return .nothing
        }
        guard path.isFolder else { return .folderWithoutSlash }
        return .file(try bestForm(of: page, at: indexPath))
    }

    private static let forms = [(coding: "br", ending: ".br"), (coding: "gzip", ending: ".gz")]

    /// The compressed form the client likes best, if it is there and not older than the file.
    private func bestForm(
        of plain: StaticFolder.Opened, at path: StaticPath
    ) throws -> StaticFile {
        let type = Self.mediaType(of: path)
        let varies = options.precompressed && Self.isCompressible(type)
        var file = StaticFile(opened: plain, type: type, coding: nil, varies: varies)
        guard varies else { return file }
        var forms = Self.forms
        while let coding = encodings.best(of: forms.map(\.coding) + ["identity"]),
            let index = forms.firstIndex(where: { $0.coding == coding })
        {
            let form = forms.remove(at: index)
            if let opened = try folder.openFile(at: path.withEnding(form.ending)),
                !opened.isFolder, opened.modified >= plain.modified
            {
                file.opened = opened
                file.coding = coding
                return file
            }
        }
        return file
    }

    private static func mediaType(of path: StaticPath) -> MediaType {
        guard let name = path.segments.last, let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        else { return .octetStream }
        let fileExtension = String(name[name.utf8.index(after: dot)...])
        return MediaType.forFileExtension(fileExtension) ?? .octetStream
    }

    /// Pictures, sound, film and archives are compressed already: nobody puts a `.br` beside them.
    private static func isCompressible(_ type: MediaType) -> Bool {
        if type.type == "text" || type.suffix == "json" || type.suffix == "xml" { return true }
        return compressible.contains(type.essence)
    }

    private static let compressible: Set<String> = [
        "application/json", "application/json5", "application/xml", "application/wasm",
        "application/graphql", "application/yaml", "application/toml", "application/rtf",
        "application/sql", "application/vnd.apple.mpegurl", "application/vnd.ms-fontobject",
        "font/ttf", "font/otf", "font/collection", "image/bmp", "image/x-icon",
        "model/gltf-binary", "model/stl",
    ]
}

/// A file that answers a request.
struct StaticFile: Sendable {
    var opened: StaticFolder.Opened
    let type: MediaType
    /// The content coding of the bytes; nil for none.
    var coding: String?
    /// Whether another client could get another form of it.
    let varies: Bool
}
