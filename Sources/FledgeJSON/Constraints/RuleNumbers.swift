// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension RuleNumber where Self: FixedWidthInteger {
    /// Whether nothing remains.
    @inlinable public func isMultiple(ofStep step: Self) -> Bool { step > 0 && self % step == 0 }
}

extension RuleNumber where Self: BinaryFloatingPoint {
    /// Whether the quotient is whole, as near as the type can tell.
    ///
    /// 0.1 has no exact form in it, so that 0.3 / 0.1 is 2.9999999999999996: one unit in the last
    /// place, which is what division and the two literals can be off by.
    @inlinable public func isMultiple(ofStep step: Self) -> Bool {
        guard step > 0, isFinite else { return false }
        let quotient = self / step
        return (quotient - quotient.rounded()).magnitude <= 2 * quotient.ulp
    }
}

extension Int: RuleNumber {}
extension Int8: RuleNumber {}
extension Int16: RuleNumber {}
extension Int32: RuleNumber {}
extension Int64: RuleNumber {}
extension UInt: RuleNumber {}
extension UInt8: RuleNumber {}
extension UInt16: RuleNumber {}
extension UInt32: RuleNumber {}
extension UInt64: RuleNumber {}
extension Double: RuleNumber {}
extension Float: RuleNumber {}

extension Decimal: RuleNumber {
    /// Whether nothing remains.
    public func isMultiple(ofStep step: Decimal) -> Bool {
        guard step > 0 else { return false }
        let quotient = self / step
        // Decimals are written without zeros at the end. Multiplying back finds a rounded quotient.
        return !"\(quotient)".contains(".") && quotient * step == self
    }
}
