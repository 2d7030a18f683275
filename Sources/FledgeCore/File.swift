// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes

/// A file on disk, as the result of a handler.
///
///     func GET(id: Invoice.ID) async throws -> File {
///         let invoice = try await invoices.find(id)
///         return File(invoice.path, download: "Invoice \(invoice.number).pdf")
///     }
///
/// It is answered with its content type, `Last-Modified` and a strong `ETag`; conditional requests
/// get 304 or 412, and a `Range` gets 206 or 416 (RFC 9110, 13 and 14). A file that does not exist
/// is a 404. The file is opened off the event loop, and sent without being held in memory, unless it is small (64 KiB).
///
/// - Important: Never build the path from what a client sent: `../../etc/passwd` is a path, too. For
///   a folder of files use the `StaticFiles` middleware, which keeps to its folder.
public struct File: AsyncResponseConvertible, Sendable {
    /// Where it is; relative paths begin at the working directory.
    public var path: String
    /// What it is; by its extension when `nil`, `application/octet-stream` for unknown ones.
    public var mediaType: MediaType?
    /// The name that the browser saves it under; `nil` lets the browser show it.
    public var downloadName: String?
    /// Further header fields, such as `Cache-Control`.
    ///
    /// They are sent with 304 as well.
    public var headers: Fields

    /// Names a file.
    ///
    /// It is opened when the answer is made.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - mediaType: What it is, if its extension does not tell.
    ///   - downloadName: The name to save it under, for files that are not to be shown.
    ///   - headers: Further header fields.
    public init(
        _ path: String,
        as mediaType: MediaType? = nil,
        download downloadName: String? = nil,
        headers: Fields = [:]
    ) {
        self.path = path
        self.mediaType = mediaType
        self.downloadName = downloadName
        self.headers = headers
    }

    /// The file, a part of it, or that the client has it already.
    ///
    /// - Throws: ``Problem`` with 404, 412 or 416.
    public func response(for request: Request) async throws -> Response {
        try await Blocking.run { try open(for: request) }
    }

    /// Blocks as long as the disk does.
    private func open(for request: Request) throws -> Response {
        let file: OpenedFile
        do throws(OpenedFile.Failure) {
            file = try OpenedFile(path: path)
        } catch .notFound {
            throw AutomaticAnswer.notFound(request)
        }
        var response = try response(with: file, for: request)
        if case .file(let part) = response.body.storage, request.method != .head {
            response.body = try part.loadedIfSmall()
        }
        return response
    }

    private func response(with file: OpenedFile, for request: Request) throws -> Response {
        var response = Response(headers: fields(of: file))
        let conditions = Preconditions(request.headers)
        switch conditions.evaluate(
            method: request.method, tag: file.tag, lastModified: file.modified)
        {
        case .notModified: return response.status(.notModified)
        case .failed: throw Problem(.preconditionFailed, "The file has changed.")
        case .proceed: break
        }
        response.headers[.contentType] = contentType
        response.headers[.contentDisposition] = downloadName.map(Self.disposition)
        // A guess at the type by the browser could make a script of an upload.
        response.headers[.xContentTypeOptions] = "nosniff"
        response.body = .file(file.content)
        let isPart =
            request.method == .get
            && conditions.allowsRange(tag: file.tag, lastModified: file.modified)
        return isPart ? try part(request.headers[.range], file.content, response) : response
    }

    private func fields(of file: OpenedFile) -> Fields {
        var fields: Fields = [
            .acceptRanges: "bytes", .lastModified: file.modified.description,
        ]
        fields[.eTag] = file.tag?.description
        fields.merge(headers)
        return fields
    }

    private var contentType: String {
        let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        let fileExtension = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) }
        let type = mediaType ?? fileExtension.flatMap(MediaType.forFileExtension)
        return (type ?? .octetStream).description
    }

    /// One range is sent as such; several are answered with the whole, as a server always may.
    private func part(
        _ field: String?, _ content: BodyFile, _ whole: Response
    ) throws -> Response {
        let size = Int64(content.count)
        switch RangeSelection(field, size: size) {
        case .whole, .several:
            return whole
        case .single(let range):
            var response = whole.status(.partialContent)
            response.headers[.contentRange] = range.contentRange(size: size)
            let bounds = Int(range.bounds.lowerBound)..<Int(range.bounds.upperBound)
            response.body = .file(content.part(bounds))
            return response
        case .unsatisfiable:
            throw Problem(
                .rangeNotSatisfiable, "The range begins after the end of the file.",
                headers: [.contentRange: ByteRange.unsatisfiedContentRange(size: size)])
        }
    }

    /// RFC 6266: an ASCII name for old clients, and the exact one percent-encoded.
    static func disposition(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar in
            let isPlain = (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\"
            return isPlain ? Character(scalar) : "_"
        }
        let exact = PercentCoding.encode(name, as: .queryComponent)
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(exact)"
    }
}
