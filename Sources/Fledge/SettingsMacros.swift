// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Fills a struct of settings from the environment.
///
///     @Settings struct ShopSettings {
///         var databaseURL: String              // DATABASE_URL, required
///         var port: Int = 3000                 // PORT
///         var mode: Level?                     // MODE, may be missing
///         @Variable("SHOP_SECRET") var secret: Secret
///     }
///
///     let settings = try ShopSettings(environment: .load())
///
/// The variable of a property is its name in capitals, with `_` between the words. A type is
/// read as in a query: it is a ``ParameterValue``, or an enum or an id over one. Constants with a
/// value (`let retries = 3`) are not read.
///
/// The initialiser throws once, with everything that is missing or malformed. The memberwise
/// initialiser stays, for tests.
@attached(extension, names: named(init(environment:)))
public macro Settings() = #externalMacro(module: "FledgeMacros", type: "SettingsMacro")

/// Names the variable of a property of ``Settings()``.
///
/// - Parameter name: Letters, digits and `_`: `SHOP_SECRET`.
@attached(peer)
public macro Variable(_ name: String) =
    #externalMacro(module: "FledgeMacros", type: "VariableMacro")
