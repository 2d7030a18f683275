import Fledge
import SkipassServices

await serve {
    makeApp(passes: PassService(), lifts: LiftService(lifts: ["Eagle": true, "Marmot": false]))
}
