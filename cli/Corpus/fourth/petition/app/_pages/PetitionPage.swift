import Fledge

struct PetitionPage {
    let petition: Petition
    let thanks: Bool
    let theme: Theme

    var html: String {
        """
        <!DOCTYPE html><html data-theme="\(theme.rawValue)">
        <title>\(HTML.escape(petition.title))</title>
        \(thanks ? "<p class=thanks>Look into your mail.</p>" : form)
        <progress max="\(petition.goal)" value="\(petition.signatures)"></progress>
        """
    }

    private var form: String {
        "<form method=post><input name=name><input name=email type=email>"
            + "<button>Sign</button></form>"
    }
}

extension PetitionError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such petition.")
        case .closed: Problem(.gone, "It reached its goal and takes no more names.", code: "closed")
        case .signedBefore:
            Problem(.conflict, "This address has signed.", code: "signed_before")
        }
    }
}
