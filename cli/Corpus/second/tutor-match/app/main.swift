import Fledge

await serve { makeApp(services: Services(school: School())) }
