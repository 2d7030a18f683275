// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeServer
import NIOCore
import NIOSSL

extension TLSOptions {
    /// Reads the files, and makes what every accepted channel gets.
    package func security() throws(TLSError) -> ChannelSecurity {
        let context = try makeContext()
        return ChannelSecurity { channel in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(NIOSSLServerHandler(context: context))
            try pipeline.addHandler(RaggedEndFilter())
        }
    }

    private func makeContext() throws(TLSError) -> NIOSSLContext {
        var reader = PEMReader()
        let chain = reader.certificates(certificate)
        let privateKey = reader.privateKey(key)
        guard let privateKey, !chain.isEmpty, reader.mistakes.isEmpty else {
            throw TLSError(mistakes: reader.mistakes)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = minimumVersion == .tls13 ? .tlsv13 : .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw TLSError(mistakes: [
                """
                \(key) is not the key of \(certificate), or of a kind that TLS does not use (\(error)). \
                Give the two that were made together.
                """
            ])
        }
    }
}

/// Passes over the error that a client has closed without saying so first.
///
/// Most do. The end of the channel follows, and the framing of HTTP tells whether anything is
/// missing (RFC 9112, 9.8).
private final class RaggedEndFilter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case NIOSSLError.uncleanShutdown? = error as? NIOSSLError { return }
        context.fireErrorCaught(error)
    }
}
