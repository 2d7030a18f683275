import Fledge
import PianoCore

await serve {
    makeApp(Services(calendar: CalDAVCalendar { path, text in print(path, text) }))
}
