// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeTLS
public import FledgeTesting
import NIOCore
import NIOSSL

extension TestDepth {
    /// Requests go through the real server over TLS, on 127.0.0.1 and a free port.
    ///
    ///     @Test(arguments: TestDepth.allCases + [.tls])
    ///
    /// The server shows a certificate for `localhost` that comes with this library, and the client
    /// trusts that one and no other. `request.isSecure` is true, so what is said over TLS only
    /// (`Strict-Transport-Security`, the `Secure` of cookies) can be tested.
    public static let tls = TestDepth("TLS") { app in
        let trust = try NIOSSLContext(configuration: TestCertificate.clientConfiguration())
        return try await LoopbackTransport.start(
            app, security: TestCertificate.options.security()
        ) { channel in
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLClientHandler(context: trust, serverHostname: "localhost"))
        }
    }
}
