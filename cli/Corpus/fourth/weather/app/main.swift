import Fledge
import WeatherServices

await serve { makeApp(Services(readings: .sample)) }
