// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Logging
import Synchronization

/// The document of an app as its routes serve it: made once, when it is first asked for.
final class ServedDocument: Sendable {
    /// A text, ready to be sent.
    struct Text {
        let body: Body
        let mediaType: String
        let tag: EntityTag?

        init(_ text: String, _ mediaType: String) {
            body = Body(text)
            self.mediaType = mediaType
            tag = EntityTag(opaque: Fingerprint.of(text))
        }

        /// 200 with the text, or 304 for who has it.
        func answer(to request: Request) -> Response {
            var response = Response(headers: [.contentType: mediaType, .cacheControl: "no-cache"])
            response.headers[.eTag] = tag?.description
            let decision = Preconditions(request.headers)
                .evaluate(method: request.method, tag: tag, lastModified: nil)
            switch decision {
            case .notModified: return response.status(.notModified)
            case .failed: return response.status(.preconditionFailed)
            case .proceed: break
            }
            response.body = body
            return response
        }
    }

    struct Texts {
        let json: Text
        let yaml: Text
    }

    private struct Made {
        /// The app that it was made of: one `App` can be built more than once.
        let app: BuiltAppID
        let texts: Texts
    }

    private let info: OpenAPIInfo
    private let made = Mutex<Made?>(nil)

    init(_ info: OpenAPIInfo) {
        self.info = info
    }

    /// Made away from the event loop: the document of a large app takes a while.
    func answer(to request: Request, _ text: any KeyPath<Texts, Text> & Sendable) async -> Response
    {
        if let known = known(request) { return known[keyPath: text].answer(to: request) }
        let texts = await Blocking.run { make(request) }
        return texts[keyPath: text].answer(to: request)
    }

    /// What is made already; does not wait for who is making it.
    private func known(_ request: Request) -> Texts? {
        let made = made.withLockIfAvailable { $0 } ?? nil
        return made?.app == BuiltAppID(request) ? made?.texts : nil
    }

    private func make(_ request: Request) -> Texts {
        let app = BuiltAppID(request)
        return made.withLock { made in
            if let known = made, known.app == app { return known.texts }
            let document = OpenAPIDocument(routes: request.allRoutes, info)
            for gap in document.gaps { request.logger.notice("The API document has a gap. \(gap)") }
            let texts = Texts(
                json: Text(document.text, "application/json"),
                yaml: Text(document.yaml, "application/yaml"))
            made = Made(app: app, texts: texts)
            return texts
        }
    }
}

/// Tells the built apps of one `App` apart.
private struct BuiltAppID: Equatable {
    /// Kept, so that no other app can take its place in memory.
    private let context: AppContext?

    init(_ request: Request) {
        context = request.route?.app
    }

    static func == (first: BuiltAppID, second: BuiltAppID) -> Bool {
        first.context === second.context
    }
}

/// A short text that differs when another text does.
enum Fingerprint {
    /// FNV-1a with 64 bits, and the length: enough for who means no harm.
    static func of(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16) + "-" + String(text.utf8.count, radix: 16)
    }
}
