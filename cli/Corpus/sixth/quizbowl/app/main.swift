import Fledge
import Quiz

await serve {
    makeApp(matches: MatchService())
}
