/// How much foam a program takes, in millilitres.
struct FoamService: Sendable {
    func amount(for program: WashProgram) -> Int { program.minutes * 120 }
}
