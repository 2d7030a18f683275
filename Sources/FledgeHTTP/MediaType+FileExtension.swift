// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension MediaType {
    /// The media type of files with this extension.
    ///
    ///     MediaType.forFileExtension("woff2")   // font/woff2
    ///     MediaType.forFileExtension("MD")      // text/markdown; charset=utf-8
    ///
    /// Types of text carry `charset=utf-8`. The table holds what web servers send every day; a type
    /// that is missing goes out as ``octetStream``, which browsers download and never run.
    ///
    /// - Parameter fileExtension: Without the dot; case does not matter.
    /// - Returns: Nil if the table does not have it.
    public static func forFileExtension(_ fileExtension: String) -> MediaType? {
        byExtension[FieldGrammar.lowercased(fileExtension)]
    }

    /// Extensions by type: the way round in which the table is short and can be checked by eye.
    static let extensionTable: [(type: String, extensions: String)] = [
        // Pages, and what they are made of.
        ("text/html", "html htm"),
        ("application/xhtml+xml", "xhtml"),
        ("text/css", "css"),
        ("text/javascript", "js mjs cjs"),
        ("application/json", "json map"),
        ("application/json5", "json5"),
        ("application/ld+json", "jsonld"),
        ("application/geo+json", "geojson"),
        ("application/manifest+json", "webmanifest"),
        ("application/wasm", "wasm"),
        ("application/graphql", "graphql gql"),
        // Text.
        ("text/plain", "txt text log conf ini"),
        ("text/markdown", "md markdown"),
        ("text/csv", "csv"),
        ("text/tab-separated-values", "tsv"),
        ("text/calendar", "ics"),
        ("text/vcard", "vcf vcard"),
        ("text/vtt", "vtt"),
        ("application/yaml", "yaml yml"),
        ("application/toml", "toml"),
        ("application/xml", "xml xsd"),
        ("application/xslt+xml", "xsl xslt"),
        ("application/rss+xml", "rss"),
        ("application/atom+xml", "atom"),
        ("application/rtf", "rtf"),
        ("application/sql", "sql"),
        // Images.
        ("image/svg+xml", "svg"),
        ("image/png", "png"),
        ("image/apng", "apng"),
        ("image/jpeg", "jpg jpeg jpe jfif"),
        ("image/gif", "gif"),
        ("image/webp", "webp"),
        ("image/avif", "avif"),
        ("image/jxl", "jxl"),
        ("image/heic", "heic"),
        ("image/heif", "heif"),
        ("image/bmp", "bmp"),
        ("image/tiff", "tif tiff"),
        ("image/x-icon", "ico"),
        // Fonts.
        ("font/woff", "woff"),
        ("font/woff2", "woff2"),
        ("font/ttf", "ttf"),
        ("font/otf", "otf"),
        ("font/collection", "ttc"),
        ("application/vnd.ms-fontobject", "eot"),
        // Sound and film.
        ("audio/mpeg", "mp3"),
        ("audio/mp4", "m4a"),
        ("audio/aac", "aac"),
        ("audio/ogg", "ogg oga opus"),
        ("audio/wav", "wav"),
        ("audio/flac", "flac"),
        ("audio/webm", "weba"),
        ("audio/midi", "mid midi"),
        ("video/mp4", "mp4 m4v"),
        ("video/webm", "webm"),
        ("video/ogg", "ogv"),
        ("video/quicktime", "mov qt"),
        ("video/mpeg", "mpeg mpg"),
        ("video/x-msvideo", "avi"),
        ("video/x-matroska", "mkv"),
        ("video/mp2t", "ts m2ts"),
        ("application/vnd.apple.mpegurl", "m3u8"),
        ("application/dash+xml", "mpd"),
        // Documents.
        ("application/pdf", "pdf"),
        ("application/epub+zip", "epub"),
        ("application/msword", "doc"),
        ("application/vnd.ms-excel", "xls"),
        ("application/vnd.ms-powerpoint", "ppt"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"
        ),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"
        ),
        ("application/vnd.oasis.opendocument.text", "odt"),
        ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
        ("application/vnd.oasis.opendocument.presentation", "odp"),
        // Archives and programs: downloaded, never shown.
        ("application/zip", "zip"),
        ("application/gzip", "gz tgz"),
        ("application/zstd", "zst"),
        ("application/x-bzip2", "bz2"),
        ("application/x-xz", "xz"),
        ("application/x-7z-compressed", "7z"),
        ("application/vnd.rar", "rar"),
        ("application/x-tar", "tar"),
        ("application/java-archive", "jar"),
        ("application/x-apple-diskimage", "dmg"),
        ("application/vnd.android.package-archive", "apk"),
        ("application/octet-stream", "bin exe dll iso img deb rpm msi"),
        // Models.
        ("model/gltf+json", "gltf"),
        ("model/gltf-binary", "glb"),
        ("model/vnd.usdz+zip", "usdz"),
        ("model/stl", "stl"),
    ]

    private static let byExtension: [String: MediaType] = {
        var table: [String: MediaType] = [:]
        for (text, extensions) in extensionTable {
            guard let plain = MediaType(text) else { continue }
            let type = plain.type == "text" ? MediaType.text(plain.subtype) : plain
            for name in extensions.split(separator: " ") { table[String(name)] = type }
        }
        return table
    }()
}
