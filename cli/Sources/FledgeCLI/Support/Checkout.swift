// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The checkout of Fledge that this program was built from, if it was installed by `scripts/install`.
enum Checkout {
    /// Its folder: `FLEDGE_CHECKOUT` of the environment, or what `scripts/install` noted beside the
    /// program; nil when neither is there any more.
    static var folder: String? {
        let told = ProcessInfo.processInfo.environment["FLEDGE_CHECKOUT"]
        return [told, noted].compactMap { $0 }.first {
            FledgeDependency.problem(withCheckout: $0) == nil
        }
    }

    /// `PREFIX/share/fledge/checkout`, for a program in `PREFIX/bin`.
    private static var noted: String? {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments.first ?? ""
        let note = Paths.absolute(Paths.absolute(program) + "/../../share/fledge/checkout")
        return Paths.text(note)?.trimmingEnd()
    }
}
