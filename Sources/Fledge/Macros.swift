// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Makes a struct a file route: its methods answer at the path of its folder under `app/`.
///
///     // app/api/users/[id]/UserRoute.swift       GET, PATCH /api/users/:id
///     @Route struct UserRoute {
///         let users: UserService
///
///         /// One user.
///         func GET(id: User.ID) async throws -> User { try await users.find(id) }
///
///         /// Changes name or email.
///         func PATCH(id: User.ID, body: UpdateUser) async throws -> User {
///             try await users.update(id, body)
///         }
///     }
///
/// Stored properties are filled from the application's `Services`, by name. Parameters are bound
/// from the request, by name and type; `docs/Binding.md` has the table. The methods stay plain:
/// a test calls `UserRoute(users: fake).GET(id: 1)`.
///
/// It is a ``Controller`` in every other way, and can be mounted by hand:
/// `app.use("/users/:id", UserRoute(users: users))`.
@attached(extension, conformances: Controller, names: named(init(services:)), named(register(on:)))
public macro Route() = #externalMacro(module: "FledgeMacros", type: "RouteMacro")

/// Makes a struct a controller: its methods answer where it is mounted.
///
///     @Controller struct UserController {
///         let users: UserService
///
///         @GET          func list(page: Int = 1) async throws -> Page<User> { … }
///         @GET("/:id")  func show(id: User.ID) async throws -> User { … }
///         @POST         func create(body: NewUser) async throws -> Created<User> { … }
///     }
///
///     app.use("/users", UserController(users: users))
///
/// A method named after a verb (`func GET`) is a handler, too.
@attached(extension, conformances: Controller, names: named(register(on:)))
public macro Controller() = #externalMacro(module: "FledgeMacros", type: "ControllerMacro")

/// Makes a middleware under `app/` wrap its folder and everything below it.
///
///     // app/api/staff/StaffOnly.swift
///     @FolderMiddleware struct StaffOnly: Middleware {
///         let sessions: SessionService
///
///         func handle(_ request: Request, next: Next) async throws -> Response { … }
///     }
///
/// Stored properties are filled from the application's `Services`, by name.
@attached(extension, names: named(init(services:)))
public macro FolderMiddleware() =
    #externalMacro(module: "FledgeMacros", type: "FolderMiddlewareMacro")
