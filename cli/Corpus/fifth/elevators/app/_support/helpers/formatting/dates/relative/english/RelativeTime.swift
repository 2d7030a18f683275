import Foundation

/// "5 min", "3 h", "2 d".
func relative(_ interval: TimeInterval) -> String {
    switch interval {
    case ..<3600: "\(Int(interval / 60)) min"
    case ..<86_400: "\(Int(interval / 3600)) h"
    default: "\(Int(interval / 86_400)) d"
    }
}
