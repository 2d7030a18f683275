// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct GradeRoute {
    /// A prefix before a parameter, and a type over a scalar.
    func GET(kind: Kind, grade: Grade) async -> Note {
        Note(what: kind.rawValue, detail: "\(grade.rawValue)")
    }
}
