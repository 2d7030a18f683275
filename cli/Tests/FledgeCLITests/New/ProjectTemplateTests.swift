// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

@Suite struct ProjectTemplateTests {
    private func files(_ template: ProjectTemplate) -> [(path: String, text: String)] {
        template.files(ProjectName("bird-house"), fledge: .path("/opt/fledge \"x\""))
    }

    @Test(arguments: ProjectTemplate.allCases)
    func `no placeholder is left`(template: ProjectTemplate) {
        for file in files(template) {
            for placeholder in ["TemplateApp", "template-app", "example.com"] {
                #expect(!file.path.contains(placeholder))
                #expect(!file.text.contains(placeholder), "\(file.path)")
            }
        }
    }

    @Test(arguments: ProjectTemplate.allCases)
    func `the manifest names the package, its modules and Fledge`(template: ProjectTemplate) throws
    {
        let manifest = try #require(files(template).first { $0.path == "Package.swift" }).text
        #expect(manifest.hasPrefix("// swift-tools-version: 6.2\n"))
        #expect(manifest.contains(#"name: "bird-house""#))
        #expect(manifest.contains(#"name: "BirdHouse""#))
        #expect(manifest.contains(#".package(name: "fledge", path: "/opt/fledge \"x\"")"#))
    }

    @Test func `without a checkout Fledge comes from its repository`() throws {
        let files = ProjectTemplate.minimal.files(ProjectName("a"), fledge: .remote)
        let manifest = try #require(files.first { $0.path == "Package.swift" }).text
        #expect(manifest.contains(#".package(url: "https://github.com/"#))
    }

    @Test func `each kind has what it is for`() {
        let minimal = files(.minimal).map(\.path)
        #expect(minimal == [".gitignore", "Package.swift", "app/api/hello/HelloRoute.swift"])
        let standard = files(.standard).map(\.path)
        for path in [
            ".env.example", ".gitignore", ".dockerignore", "Dockerfile", "README.md",
            "app/Services.swift", "app/api/notes/[id]/NoteRoute.swift",
            "migrations/0001_create_notes.sql", "Tests/BirdHouseTests/NotesAPITests.swift",
        ] {
            #expect(standard.contains(path), "\(path)")
        }
        let layered = files(.layered).map(\.path)
        for path in [
            "Sources/BirdHouse/main.swift", "Sources/BirdHouseServices/NoteService.swift",
            "Sources/BirdHouseDatabase/SQLNoteStore.swift", "app/api/notes/NotesRoute.swift",
            "Dockerfile", "Tests/BirdHouseDatabaseTests/NoteStoreTests.swift",
        ] {
            #expect(layered.contains(path), "\(path)")
        }
    }

    @Test(arguments: [ProjectTemplate.standard, .layered])
    func `the image runs one static program as nobody special, with a health check`(
        template: ProjectTemplate
    ) throws {
        let docker = try #require(files(template).first { $0.path == "Dockerfile" }).text
        for text in [
            "--static-swift-stdlib --product BirdHouse", "USER app", "HEALTHCHECK", "/health",
            "strip /out/BirdHouse", "CMD [\"BirdHouse\"]", "FLEDGE_ENV=production",
        ] {
            #expect(docker.contains(text), "\(text)")
        }
    }

    @Test func `the files in the program are those of cli/Templates`() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Templates").standardized
        let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
        var found: [String: String] = [:]
        while let name = enumerator.nextObject() as? String {
            let path = folder.path + "/" + name
            guard !Paths.isFolder(path) else { continue }
            found[name] = Paths.text(path)
        }
        let built = Dictionary(uniqueKeysWithValues: TemplateFiles.all.map { ($0.path, $0.text) })
        #expect(found == built, "Run scripts/generate-templates.")
    }
}
