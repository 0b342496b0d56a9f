// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Wording

/// Help in the language of the user.
///
/// Help is printed before options are parsed, so the language is read from the raw arguments
/// (`--lang en`, `--lang=en`) and then from the variable `RELEVE_LANG`; otherwise it is French.
enum HelpText {
  static let language: Language = chosen(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static func chosen(arguments: [String], environment: [String: String]) -> Language {
    for (position, argument) in arguments.enumerated() {
      if argument == "--lang", position + 1 < arguments.count,
        let language = Language(rawValue: arguments[position + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst("--lang=".count)))
      {
        return language
      }
    }
    return environment["RELEVE_LANG"].flatMap(Language.init(rawValue:)) ?? .french
  }

  /// A sentence outside the help, before a command has its console.
  static func hint(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text(key, in: language, arguments)
  }

  static func text(_ key: String) -> String { Catalogue.text("help.\(key)", in: language) }

  static func argument(_ key: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: text(key)) }

  /// The configuration of a command whose help stands under `help.<name>` and `help.<name>.more`.
  static func configuration(
    _ name: String, path: String? = nil, subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) -> CommandConfiguration {
    let key = path ?? name
    return CommandConfiguration(
      commandName: name, abstract: text(key), discussion: text("\(key).more"),
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}
