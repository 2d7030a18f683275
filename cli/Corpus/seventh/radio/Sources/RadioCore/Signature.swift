/// FNV-1a over secret and text. The automation can do no better.
package enum Signature {
    package static func of(_ text: String, secret: String) -> String {
        let hash = (secret + text).utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return String(hash, radix: 16)
    }

    package static func matches(_ given: String, of text: String, secret: String) -> Bool {
        of(text, secret: secret) == given
    }
}
