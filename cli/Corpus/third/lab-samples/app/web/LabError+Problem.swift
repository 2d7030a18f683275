import Fledge
import Lab

extension LabError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .badBarcode: Problem(.unprocessableContent, "The check digit is wrong.", code: "barcode")
        case .known(let code): Problem(.conflict, "\(code) is here already.", code: "known")
        case .tooOld: Problem(.conflict, "The sample is too old.", code: "too_old")
        case .noAnalyser(let name): Problem(.notFound, "There is no analyser \(name).")
        case .unreadable(let why): Problem(.badRequest, why)
        }
    }
}
