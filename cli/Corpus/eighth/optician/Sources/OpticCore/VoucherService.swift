/// Vouchers from the campaign of last spring.
public struct VoucherService: Sendable {
    private let codes: Set<String>

    public init(codes: Set<String>) {
        self.codes = codes
    }

    public func isValid(_ code: String) -> Bool {
        codes.contains(code.uppercased())
    }
}
