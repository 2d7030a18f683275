import Fledge

await serve {
    makeApp(office: LostOffice(), sessions: SessionStore(sessions: [:]), features: Features())
}
