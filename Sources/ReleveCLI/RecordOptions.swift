// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Diagnostics
import Wording
import Workbench

/// Where a run is recorded, and what the user says about it.
struct RecordOptions: ParsableArguments {
  @Option(help: HelpText.argument("comment"))
  var comment: String?

  @Option(help: HelpText.argument("store"))
  var store: String?

  var request: RecordRequest { RecordRequest(store: store, comment: comment) }

  /// Records a run; where that fails, says so and goes on, for the result is written.
  func record(to console: Console, _ work: () throws(Findings) -> Void) {
    do {
      try work()
    } catch {
      for finding in error.all {
        var finding = finding
        finding.severity = .warning
        console.line(Catalogue.text(of: finding, in: console.language))
      }
      console.line(Catalogue.text("runs.notRecorded", in: console.language))
    }
  }
}
