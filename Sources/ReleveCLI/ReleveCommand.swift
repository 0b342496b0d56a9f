// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// The command `releve` and its subcommands.
struct ReleveCommand: ParsableCommand {
  /// Names of the commands, in the order of the help.
  static var commandNames: [String] {
    configuration.subcommands.map { $0.configuration.commandName ?? "" }
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "releve", abstract: HelpText.text("releve"),
      discussion: HelpText.text("releve.more"), version: ReleveVersion.current,
      subcommands: [
        PlanCommand.self, CompareCommand.self, SweepCommand.self, SweepMergeCommand.self,
        TournamentCommand.self, LadderCommand.self, FrontierCommand.self, ExplainCommand.self,
        RangeCommand.self, AlternativesCommand.self, PriceCommand.self, ImportanceCommand.self,
        SupplyCommand.self,
        ReportCommand.self, RepairCommand.self, CheckCommand.self, ShowCommand.self,
        ImportCommand.self,
        ExportCommand.self, VerifyCommand.self, RunsCommand.self, GenerateCommand.self,
        TutorialCommand.self, TemplateCommand.self,
      ])
  }
}
