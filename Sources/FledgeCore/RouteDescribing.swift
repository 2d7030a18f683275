// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// A bindable or a result that tells the document of the API what its type does not show.
///
///     extension CurrentUser: RouteDescribing {
///         static func describe(_ route: inout RouteDescription) {
///             route.requires(.bearer(format: "JWT"))
///         }
///     }
///
///     extension CSV: RouteDescribing {                     // a ResponseConvertible of your own
///         static func describe(_ route: inout RouteDescription) {
///             route.answers(.ok, "text/csv")
///         }
///     }
///
/// Every route with a parameter of the first, or with a result of the second, then says so. For a
/// middleware there is ``Middleware/describe(_:)-(_)``, which can look at the instance.
public protocol RouteDescribing {
    /// Adds what the type knows about a route that it is a part of.
    ///
    /// Asked when the document is made, never for a request.
    static func describe(_ route: inout RouteDescription)
}

/// A bindable whose place in the request is named by the label of the parameter.
package protocol LabelledDescribing {
    static func describe(_ route: inout RouteDescription, label: String)
}

extension Header: LabelledDescribing {
    package static func describe(_ route: inout RouteDescription, label: String) {
        route.takes(fieldName(for: label), in: .header, Value.self)
        route.fails(.badRequest, "A header field is missing or malformed.")
    }
}

extension Cookie: LabelledDescribing {
    package static func describe(_ route: inout RouteDescription, label: String) {
        route.takes(label, in: .cookie, Value.self)
        route.fails(.badRequest, "A cookie is missing or malformed.")
    }
}

extension Created: RouteDescribing {
    /// 201 with `Location`.
    public static func describe(_ route: inout RouteDescription) {
        route.answers(
            .created, "application/json", Value.self,
            headers: ["Location": "Where it can be found from now on."],
            details: "It was created.")
    }
}

extension Redirect: RouteDescribing {
    /// One of 302, 303, 307 and 308.
    public static func describe(_ route: inout RouteDescription) {
        route.answers(
            "3XX", headers: ["Location": "Where to go."], details: "The client is sent elsewhere.")
    }
}

extension HTML: RouteDescribing {
    /// 200 with a page.
    public static func describe(_ route: inout RouteDescription) {
        route.answers(.ok, "text/html", details: "A page.")
    }
}

extension EventStream: RouteDescribing {
    /// 200 with events.
    public static func describe(_ route: inout RouteDescription) {
        route.answers(.ok, "text/event-stream", details: "Server-sent events, as they happen.")
    }
}

extension File: RouteDescribing {
    /// The file, a part of it, or that it has not changed.
    public static func describe(_ route: inout RouteDescription) {
        route.answers(.ok, "*/*", details: "The file.")
        route.answers(
            .partialContent, "*/*", details: "The part of the file that `Range` asks for.")
        route.answers(.notModified, details: "The client has this version of the file already.")
        route.fails(.notFound, "There is no such file.")
        route.fails(.preconditionFailed, "The file is not the version that the request is about.")
        route.fails(.rangeNotSatisfiable, "The file does not have the part that `Range` asks for.")
    }
}

extension Response: RouteDescribing {
    /// Whatever the handler makes of it.
    public static func describe(_ route: inout RouteDescription) {
        route.answers("2XX", "*/*", details: "What the handler answers.")
    }
}

/// Stands for the result of a handler that sends a sequence of `Chunk`s.
package enum StreamOf<Chunk: BodyChunk>: RouteDescribing {
    package static func describe(_ route: inout RouteDescription) {
        let mediaType = Chunk.bodyContentType.prefix { $0 != ";" }
        route.answers(.ok, String(mediaType), details: "A stream.")
    }
}
