// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Foundation
import Wording
import Workbench

/// Runs the command line from start to exit status.
public enum ReleveMain {
  /// Parses the arguments of the process, runs the command, and exits.
  public static func main() -> Never {
    Interruption.listen()
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs one command line.
  ///
  /// - Parameter arguments: Arguments without the name of the program.
  /// - Returns: The exit status of `docs/commands.md`.
  public static func run(_ arguments: [String]) -> Int32 {
    let language = HelpText.language
    let isForMachines = arguments.contains("--json")
    let console = Console(language: HelpText.language, isQuiet: false, writesJSON: false)
    let arguments = joined(arguments)
    if let name = arguments.first, let status = unknownCommand(name, console) { return status }
    do {
      var command = try ReleveCommand.parseAsRoot(arguments)
      try command.run()
      return ExitStatus.done.rawValue
    } catch let failure as CommandFailure {
      return failure.status.rawValue
    } catch let findings as Findings {
      console.findings(findings)
      if isForMachines {
        console.result(optionally: try? Workbench.json(of: findings, in: language))
      }
      return ExitStatus.invalidInput.rawValue
    } catch let failure as WorkFailure {
      // Told that nothing was written, nobody should be left with another exit status.
      Interruption.workIsOver()
      if isForMachines { console.result(optionally: try? failure.json(in: language)) }
      return FailureReport.report(failure, to: console).rawValue
    } catch {
      return parserStatus(of: error, console)
    }
  }

  /// Puts the two words of a command's name together, where there are two.
  static func joined(_ arguments: [String]) -> [String] {
    guard arguments.starts(with: ["sweep", "merge"]) else { return arguments }
    return ["sweep merge"] + arguments.dropFirst(2)
  }

  /// Tells of a command that does not exist, with the one that was meant.
  private static func unknownCommand(_ name: String, _ console: Console) -> Int32? {
    let known = ReleveCommand.commandNames + ["help"]
    guard !name.hasPrefix("-"), !known.contains(name) else { return nil }
    let commands = ReleveCommand.commandNames
    console.error(
      "cli.unknownCommand", ["name": name, "commands": commands.joined(separator: ", ")])
    if let nearest = NearestSpelling.of(name, among: commands) {
      console.line(HelpText.hint("finding.nearest", ["nearest": nearest]))
    }
    return ExitStatus.usage.rawValue
  }

  private static func parserStatus(of error: any Error, _ console: Console) -> Int32 {
    let code = ReleveCommand.exitCode(for: error)
    if code == .success {
      console.result(ParserText.inLanguage(ReleveCommand.fullMessage(for: error)))
      return ExitStatus.done.rawValue
    }
    if code == .validationFailure {
      console.line(ParserText.inLanguage(ReleveCommand.fullMessage(for: error)))
      return ExitStatus.usage.rawValue
    }
    console.error("cli.internal", ["message": String(describing: error)])
    return ExitStatus.internalError.rawValue
  }
}

/// A failure that was already told to the user.
struct CommandFailure: Error {
  let status: ExitStatus
}
