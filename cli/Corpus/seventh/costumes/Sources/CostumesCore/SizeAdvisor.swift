/// Which size fits somebody.
package protocol SizeAdvising: Sendable {
    func size(chest: Int, height: Int) -> Int
}

package struct SizeAdvisor: SizeAdvising {
    package init() {}

    package func size(chest: Int, height: Int) -> Int {
        let half = chest / 2
        if height > 188 { return half + (half % 2) + 2 }
        if height < 160 { return half - (half % 2) - 2 }
        return half + half % 2
    }
}
