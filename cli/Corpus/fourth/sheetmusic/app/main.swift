import Fledge
import SheetmusicServices

await serve { makeApp(Services(scores: InMemoryScores())) }
