// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser
import FledgeCLI

@main struct Program {
    static func main() async {
        await Fledge.main()
    }
}
