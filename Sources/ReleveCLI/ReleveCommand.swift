// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser

/// The command `releve` and its subcommands.
public struct ReleveCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(commandName: "releve")

  /// Creates the command with nothing parsed yet.
  public init() {}
}
