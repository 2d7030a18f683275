// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

@Suite struct NewProjectTests {
    private func project(
        _ name: String = "hello", in folder: String, fledge: FledgeDependency = .remote
    ) -> NewProject {
        NewProject(
            name: ProjectName(name), template: .standard, folder: folder + "/" + name,
            fledge: fledge)
    }

    @Test func `a project is written, also into an empty folder`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/hello", withIntermediateDirectories: true)
        let project = project(in: folder.path)
        try project.check()
        let files = try project.write()
        #expect(files.contains("app/Services.swift"))
        for file in files { #expect(Paths.exists(folder.path + "/hello/" + file)) }
    }

    @Test func `what is there is never overwritten`() throws {
        let folder = try TemporaryFolder()
        try folder.write("hello/README.md", "mine")
        let error = #expect(throws: CommandError.self) { try project(in: folder.path).check() }
        #expect(error?.problem.contains("not empty") == true)
        #expect(Paths.text(folder.path + "/hello/README.md") == "mine")
        try folder.write("thing")
        let other = #expect(throws: CommandError.self) {
            try project("thing", in: folder.path).check()
        }
        #expect(other?.problem.contains("is a file") == true)
    }

    @Test func `all that is wrong is told at once`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: CommandError.self) {
            try project("My Shop", in: folder.path, fledge: .path("/nowhere"))
                .check(isAmbiguous: true)
        }
        let text = error?.description ?? ""
        for part in ["my-shop", "There is no folder /nowhere.", "choose one", "Nothing was made."] {
            #expect(text.contains(part), "\(text)")
        }
    }

    @Test func `a folder that is no checkout is not taken for one`() throws {
        let folder = try TemporaryFolder()
        try folder.write("Package.swift", "let package = Package(name: \"other\")")
        #expect(
            FledgeDependency.problem(withCheckout: folder.path)?.contains("no checkout") == true)
        try folder.write("Package.swift", "let package = Package(\n    name: \"fledge\")")
        #expect(FledgeDependency.problem(withCheckout: folder.path) == nil)
    }
}
