// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workbench

/// What solving may take of the time and of the machine.
struct LimitOptions: ParsableArguments {
  @OptionGroup var resources: ResourceOptions

  @Option(help: HelpText.argument("jobs"))
  var jobs: Int?

  func validate() throws { try ResourceOptions.validate(jobs: jobs) }

  /// A request within these limits.
  func request(for study: StudyRequest) -> PlanRequest {
    resources.request(for: study, jobs: jobs)
  }
}

/// What many what-ifs may take of the time and of the machine.
struct SweepLimitOptions: ParsableArguments {
  @OptionGroup var resources: ResourceOptions

  @Option(help: HelpText.argument("sweep.jobs"))
  var jobs: Int?

  func validate() throws { try ResourceOptions.validate(jobs: jobs) }

  /// A request within these limits.
  func request(for study: StudyRequest) -> PlanRequest {
    resources.request(for: study, jobs: jobs)
  }
}

/// Limits of time and memory.
struct ResourceOptions: ParsableArguments {
  @Option(help: HelpText.argument("timeLimit"))
  var timeLimit: Double?

  @Option(help: HelpText.argument("memory"))
  var memory: String?

  func validate() throws {
    if let timeLimit, timeLimit <= 0 { throw ValidationError(HelpText.text("timeLimit.invalid")) }
    if let memory, MemorySize.bytes(memory) == nil {
      throw ValidationError(HelpText.hint("help.memory.invalid", ["text": memory]))
    }
  }

  /// Refuses a number of jobs that is none.
  static func validate(jobs: Int?) throws {
    guard let jobs, !PlanRequest.possibleJobs.contains(jobs) else { return }
    throw ValidationError(
      HelpText.hint(
        "help.jobs.invalid",
        ["value": "\(jobs)", "most": "\(PlanRequest.possibleJobs.upperBound)"]))
  }

  /// A request within these limits.
  func request(for study: StudyRequest, jobs: Int?) -> PlanRequest {
    var request = PlanRequest(
      study: study, timeLimit: timeLimit, command: CommandLine.arguments)
    request.jobs = jobs
    request.memoryLimit = memory.flatMap { MemorySize.bytes($0) }
    return request
  }
}
