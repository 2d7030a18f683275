// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

extension DirectoryError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .nameTaken(let name):
            Problem(
                .conflict, "'\(name)' is taken.", code: "name_taken",
                extensions: ["name": .string(name)])
        }
    }
}
