// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Of the same key as the test certificate, and of another.
extension TLSErrorTests {
    static let expired = """
        -----BEGIN CERTIFICATE-----
        MIIBtzCCAV2gAwIBAgIBAjAKBggqhkjOPQQDAjA0MTIwMAYDVQQDDClGbGVkZ2Ug
        dGVzdCBjZXJ0aWZpY2F0ZSwgdHJ1c3QgaXQgbm93aGVyZTAeFw0yMDAxMDEwMDAw
        MDBaFw0yMTAxMDEwMDAwMDBaMDQxMjAwBgNVBAMMKUZsZWRnZSB0ZXN0IGNlcnRp
        ZmljYXRlLCB0cnVzdCBpdCBub3doZXJlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
        QgAERu/COHoEU0mtQ9CO5TmYzSnpq6E+nL6AgGjG+PgDI2RTzNsmtwYUie32rOSj
        NRRdpva0EJRJWp/OQSN6p42GoaNgMF4wDwYDVR0TAQH/BAUwAwEB/zAsBgNVHREE
        JTAjgglsb2NhbGhvc3SHBH8AAAGHEAAAAAAAAAAAAAAAAAAAAAEwHQYDVR0OBBYE
        FDg7wNAit4J/JkRPLZuwojN438Q9MAoGCCqGSM49BAMCA0gAMEUCIQCz/2nfro5K
        8+33pzNfbftjiijnm0Y6PsZqQ2XenO2uAgIgNuYQGrcKjiqHk7amidz9A5PF43mi
        tvf7cHCc8WroChY=
        -----END CERTIFICATE-----
        """

    static let future = """
        -----BEGIN CERTIFICATE-----
        MIIBujCCAWGgAwIBAgIBAzAKBggqhkjOPQQDAjA0MTIwMAYDVQQDDClGbGVkZ2Ug
        dGVzdCBjZXJ0aWZpY2F0ZSwgdHJ1c3QgaXQgbm93aGVyZTAiGA8yMTE4MDEwMTAw
        MDAwMFoYDzIxMTkwMTAxMDAwMDAwWjA0MTIwMAYDVQQDDClGbGVkZ2UgdGVzdCBj
        ZXJ0aWZpY2F0ZSwgdHJ1c3QgaXQgbm93aGVyZTBZMBMGByqGSM49AgEGCCqGSM49
        AwEHA0IABEbvwjh6BFNJrUPQjuU5mM0p6auhPpy+gIBoxvj4AyNkU8zbJrcGFInt
        9qzkozUUXab2tBCUSVqfzkEjeqeNhqGjYDBeMA8GA1UdEwEB/wQFMAMBAf8wLAYD
        VR0RBCUwI4IJbG9jYWxob3N0hwR/AAABhxAAAAAAAAAAAAAAAAAAAAABMB0GA1Ud
        DgQWBBQ4O8DQIreCfyZETy2bsKIzeN/EPTAKBggqhkjOPQQDAgNHADBEAiAwKQrc
        cDfir75BsEcftpkRwlKls5gr3r9DwZ5j0akP1gIgdhu7b08zDBkpthEvsz41mOq7
        GDzYCjeYGdNCsj0gtAY=
        -----END CERTIFICATE-----
        """

    static let otherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgK2jUmjnViFUZ/1uH
        XMy99S4R5zq6TNoY828TsiWw2vyhRANCAAQ7qJBP4DuOaPq5JPKU6D8lXltDrakf
        zCXr2LbcjPSH9GNE1u16M7JtG7rhTcTD2s4T6qnzpCtK+AVXLA2ztvGd
        -----END PRIVATE KEY-----
        """
}
