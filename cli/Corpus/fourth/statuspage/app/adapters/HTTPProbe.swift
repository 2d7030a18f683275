import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Asks over the network.
struct HTTPProbe: Probe {
    func milliseconds(of component: String) async -> Int? {
        let start = ContinuousClock.now
        guard let url = URL(string: "https://\(component).example.com/health"),
            (try? await URLSession.shared.data(from: url)) != nil
        else { return nil }
        return Int(start.duration(to: .now) / .milliseconds(1))
    }
}
