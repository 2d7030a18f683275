// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The answer that a file gives to a request: all of it, a part, or that nothing has changed.
struct StaticAnswer {
    let file: StaticFile
    let cacheControl: String

    /// - Throws: ``/FledgeCore/Problem`` with 412 or 416.
    func response(to request: Request) throws -> Response {
        let preconditions = Preconditions(request.headers)
        switch preconditions.evaluate(
            method: request.method, tag: entityTag, lastModified: lastModified)
        {
        case .notModified:
            return Response(.notModified, headers: commonFields)
        case .failed:
            throw Problem(
                .preconditionFailed, "The file at \(request.path) is not the version you know.")
        case .proceed:
            break
        }
        // RFC 9110 14.2: Range is defined for GET alone.
        let isRange =
            request.method == .get
            && preconditions.allowsRange(tag: entityTag, lastModified: lastModified)
        let size = file.opened.size
        switch RangeSelection(isRange ? request.headers[.range] : nil, size: Int64(size)) {
        case .single(let range):
            return part(range)
        case .unsatisfiable:
            throw Problem(
                .rangeNotSatisfiable, "The file at \(request.path) has \(size) bytes.",
                headers: [
                    .contentRange: ByteRange.unsatisfiedContentRange(size: Int64(size)),
                    .acceptRanges: "bytes",
                ])
        case .whole, .several:
            return Response(headers: contentFields, body: .file(file.opened.file))
        }
    }

    /// The bounds lie inside the size, which is an `Int`.
    private func part(_ range: ByteRange) -> Response {
        let bounds = Int(range.bounds.lowerBound)..<Int(range.bounds.upperBound)
        var fields = contentFields
        fields[.contentRange] = range.contentRange(size: Int64(file.opened.size))
        return Response(
            .partialContent, headers: fields, body: .file(file.opened.file.part(bounds)))
    }

    /// What a 304 carries too (RFC 9110 15.4.5).
    private var commonFields: Fields {
        var fields: Fields = [.cacheControl: cacheControl]
        if let entityTag { fields[.eTag] = entityTag.description }
        if let lastModified { fields[.lastModified] = lastModified.description }
        if file.varies { fields[.vary] = "Accept-Encoding" }
        return fields
    }

    private var contentFields: Fields {
        var fields = commonFields
        fields[.contentType] = file.type.description
        fields[.acceptRanges] = "bytes"
        if let coding = file.coding { fields[.contentEncoding] = coding }
        return fields
    }

    /// Weak, since a file can change twice within one tick of its file system's clock.
    ///
    /// Without the inode number, which is another one on each machine: behind a load balancer every
    /// second request would then miss.
    private var entityTag: EntityTag? {
        let modified = file.opened.modified
        guard !modified.isPlaceholder else { return nil }
        let parts = [Int64(file.opened.size), modified.seconds, modified.nanoseconds]
        let text = parts.map { String($0, radix: 16) }.joined(separator: "-")
        return EntityTag(opaque: text, isWeak: true)
    }

    /// Never in the future (RFC 9110 8.8.2.1): a clock that was wrong once must not keep a file
    /// from ever looking new.
    private var lastModified: HTTPDate? {
        let modified = file.opened.modified
        guard !modified.isPlaceholder else { return nil }
        return HTTPDate(secondsSince1970: min(modified.seconds, Int64(time(nil))))
    }
}
