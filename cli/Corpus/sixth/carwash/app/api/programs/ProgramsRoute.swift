import Fledge

@Route struct ProgramsRoute {
    let programs: ProgramService

    func GET() -> [WashProgram] { programs.programs }
}
