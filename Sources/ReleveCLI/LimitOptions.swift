// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// What solving may take of the time and of the machine.
struct LimitOptions: ParsableArguments {
  @Option(help: HelpText.argument("timeLimit"))
  var timeLimit: Double?

  @Option(help: HelpText.argument("memory"))
  var memory: String?

  @Option(help: HelpText.argument("jobs"))
  var jobs: Int?

  func validate() throws {
    if let timeLimit, timeLimit <= 0 { throw ValidationError(HelpText.text("timeLimit.invalid")) }
    if let memory, MemorySize.bytes(memory) == nil {
      throw ValidationError(HelpText.hint("help.memory.invalid", ["text": memory]))
    }
    if let jobs, !PlanRequest.possibleJobs.contains(jobs) {
      throw ValidationError(
        HelpText.hint(
          "help.jobs.invalid",
          ["value": "\(jobs)", "most": "\(PlanRequest.possibleJobs.upperBound)"]))
    }
  }

  /// A request within these limits.
  func request(for study: StudyRequest) -> PlanRequest {
    var request = PlanRequest(
      study: study, timeLimit: timeLimit, command: CommandLine.arguments)
    request.jobs = jobs
    request.memoryLimit = memory.flatMap { MemorySize.bytes($0) }
    return request
  }
}
