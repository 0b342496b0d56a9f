// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// The study a command works on.
struct StudyOptions: ParsableArguments {
  @Argument(help: HelpText.argument("study"))
  var study: String

  @Option(help: HelpText.argument("region"))
  var region: String?

  @Option(name: .customLong("set"), help: HelpText.argument("set"))
  var overrides: [String] = []

  @Option(help: HelpText.argument("lockedThrough"))
  var lockedThrough: Int?

  @Option(help: HelpText.argument("done"))
  var done: String?

  func validate() throws {
    if (lockedThrough == nil) != (done == nil) {
      throw ValidationError(HelpText.text("locked.both"))
    }
  }

  var request: StudyRequest {
    let request = StudyRequest(study, region: region, overrides: overrides)
    guard let lockedThrough, let done else { return request }
    return request.locked(through: lockedThrough, done: done)
  }
}
