// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeTLS
import NIOSSL

/// A certificate for `localhost`, made by itself, valid until 2119.
///
/// Its key is public, as everything here is: nothing but a test may ever trust it.
enum TestCertificate {
    static var options: TLSOptions { TLSOptions(.text(certificate), key: .text(key)) }

    /// A client that trusts this certificate and no other.
    static func clientConfiguration() throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(
            try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)))
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }

    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBuTCCAV+gAwIBAgIBATAKBggqhkjOPQQDAjA0MTIwMAYDVQQDDClGbGVkZ2Ug
        dGVzdCBjZXJ0aWZpY2F0ZSwgdHJ1c3QgaXQgbm93aGVyZTAgFw0yMDAxMDEwMDAw
        MDBaGA8yMTE5MTIzMTIzNTk1OVowNDEyMDAGA1UEAwwpRmxlZGdlIHRlc3QgY2Vy
        dGlmaWNhdGUsIHRydXN0IGl0IG5vd2hlcmUwWTATBgcqhkjOPQIBBggqhkjOPQMB
        BwNCAARG78I4egRTSa1D0I7lOZjNKemroT6cvoCAaMb4+AMjZFPM2ya3BhSJ7fas
        5KM1FF2m9rQQlElan85BI3qnjYaho2AwXjAPBgNVHRMBAf8EBTADAQH/MCwGA1Ud
        EQQlMCOCCWxvY2FsaG9zdIcEfwAAAYcQAAAAAAAAAAAAAAAAAAAAATAdBgNVHQ4E
        FgQUODvA0CK3gn8mRE8tm7CiM3jfxD0wCgYIKoZIzj0EAwIDSAAwRQIhALzBHVJl
        4D/ih9AooN29RJkKtRhZSzZDn6LvB3XH891gAiB3zIJXTSYA+CSH9QKsdeCdNxw5
        zFJnfW4iIlYEA9ZISA==
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgioAvNi5ZHggRU6Jo
        TpGtrraXjtFj+bnw2KGyQ/IrqfehRANCAARG78I4egRTSa1D0I7lOZjNKemroT6c
        voCAaMb4+AMjZFPM2ya3BhSJ7fas5KM1FF2m9rQQlElan85BI3qnjYah
        -----END PRIVATE KEY-----
        """
}
