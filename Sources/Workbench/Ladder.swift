// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
import LinearProgramming
public import Report
import Tables
public import Wording

/// Budgets in steps, on which no beneficiary loses from one step to the next.
public struct LadderRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Shares of the study's money, rising.
  public var steps: [Double]
  /// The one vehicle whose money changes; `nil`: all.
  public var vehicle: String?
  /// The folder that is written.
  public var out: String
  /// Whether an earlier ladder's folder at the place is replaced.
  public var replaces: Bool
  /// Dialect of the tables.
  public var style: OutputStyle

  /// Steps that are taken where none are given.
  public static let standardSteps = [0.6, 0.8, 1, 1.2]

  /// Creates a request.
  public init(
    plan: PlanRequest, steps: [Double] = standardSteps, vehicle: String? = nil, out: String,
    replaces: Bool = false, style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.steps = steps
    self.vehicle = vehicle
    self.out = out
    self.replaces = replaces
    self.style = style
  }

  /// Steps from what was typed, `60 %,80 %,1`.
  ///
  /// - Returns: `nil` where they are not at least two rising shares from 0 to 1000 %.
  public static func steps(from text: String) -> [Double]? {
    // A comma between digits is decimal only where a semicolon separates.
    let separator: Character = text.contains(";") ? ";" : ","
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    var steps: [Double] = []
    for part in parts {
      guard let share = TypedShare.share(part), share >= 0, share <= 10, share > steps.last ?? -1
      else { return nil }
      steps.append(share)
    }
    return steps.count > 1 ? steps : nil
  }
}

extension LadderRequest: RecordedRequest {
  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    [.init("steps", steps.map { String($0) }.joined(separator: ";"))]
      + (vehicle.map { [.init("vehicle", $0)] } ?? [])
      + [.init("gap_tolerance", String(Tolerance.gap))]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it says no steps.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let steps = run.setting("steps").flatMap(Self.steps(from:)) else { return false }
    self.steps = steps
    vehicle = run.setting("vehicle")
    return true
  }
}

/// A ladder that was built and written.
public struct LadderResult: Sendable {
  /// Everything that is told of it.
  public let outcome: LadderOutcome
  /// The folder.
  public let folder: String
  let inputs: [FileRecord]

  /// Whether every plan was solved to a proven optimum.
  public var isFinished: Bool { outcome.isProven }

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    LadderScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The ladder as JSON.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: LadderDocument(outcome, inputs: inputs))
  }
}

extension Workbench {
  /// Plans a study at rising budgets, freely and with the promise that nobody gets less than one step
  /// below, and writes what the promise costs.
  ///
  /// The ladder is built from the bottom up: each step keeps what the step below gave, as rows
  /// `no_worse` of the same program. The plan of the step below obeys every rule with more money, so
  /// that the promise can always be kept.
  ///
  /// - Parameters:
  ///   - request: Study, steps and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The ladder.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a step has
  ///   no plan, with its name. Nothing is written then.
  public func ladder(
    _ request: LadderRequest, control: WorkControl = WorkControl()
  ) throws -> LadderResult {
    let output = try StudyOutput(.ladder, at: request.out, replaces: request.replaces)
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let outcome = try outcome(of: request, loaded, control)
    let run = identity(of: request.plan, settings: request.settings)
    try output.write(run, loaded.inputs, control) {
      try LadderFolder.files(of: outcome, inputs: loaded.inputs, style: request.style.csvStyle)
    }
    return LadderResult(outcome: outcome, folder: request.out, inputs: loaded.inputs)
  }

  /// Plans the steps of a study that was read; nothing is written.
  func outcome(
    of request: LadderRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> LadderOutcome {
    let vehicle = try Self.vehicle(request.vehicle, of: loaded.study.scenario)
    var steps: [LadderStep] = []
    for (place, share) in request.steps.enumerated() {
      let budget = loaded.study.scenario.withMoney(scaledBy: share, of: vehicle)
      func solved(_ scenario: Scenario, _ number: Int) throws -> Rung {
        var study = loaded.study
        study.scenario = scenario
        var inner = control.forCase(
          2 * place + number, of: 2 * request.steps.count, tellsOtherSteps: true)
        if place > 0 || number > 1 { inner.onWarnings = { _ in } }
        let step = LoadedStudy(
          study: study, warnings: place == 0 && number == 1 ? loaded.warnings : Findings(),
          inputs: loaded.inputs, seconds: 0)
        do {
          let result = try plan(step, request.plan, control: inner)
          try control.checkpoint()
          return Rung(result.outcome)
        } catch let failure as WorkFailure {
          try control.checkpoint()
          throw WorkFailure.inScenario(Self.name(of: share), failure)
        }
      }
      let free = try solved(budget, 1)
      guard let below = steps.last else {
        steps.append(Self.step(share, budget, free: free, kept: free, below: nil))
        continue
      }
      let kept = try solved(budget.keeping(below.kept.received), 2)
      steps.append(Self.step(share, budget, free: free, kept: kept, below: below))
    }
    return LadderOutcome(study: loaded.study.scenario, vehicle: vehicle, steps: steps)
  }

  private static func step(
    _ share: Double, _ budget: Scenario, free: Rung, kept: Rung, below: LadderStep?
  ) -> LadderStep {
    let losers = below.map { below in
      // Less than a euro is nobody's loss.
      free.received.indices.filter {
        free.received[$0].cents < below.free.received[$0].cents - 100
      }
    }
    let counted = budget.vehicles.reduce(Money.zero) { sum, vehicle in
      vehicle.amounts.indices.reduce(sum) { $0 + vehicle.counted(in: $1) }
    }
    return LadderStep(
      share: share, countedEuros: counted.euros, free: free, kept: kept, freeLosers: losers ?? [])
  }

  /// Name of a step where it has no plan: a share in percent reads the same in both languages.
  private static func name(of share: Double) -> String { "\((share * 1000).rounded() / 10) %" }

  private static func vehicle(
    _ name: String?, of scenario: Scenario
  ) throws(Findings) -> VehicleID? {
    guard let name else { return nil }
    let known = scenario.vehicles.map(\.id.rawValue)
    if known.contains(name) { return VehicleID(name) }
    var arguments = ["name": name]
    arguments["nearest"] = NearestSpelling.of(name, among: known)
    throw Findings(Finding("study.unknown.vehicle", .error, at: nil, arguments))
  }
}

extension Scenario {
  /// The scenario in which nobody gets less than these amounts, nor than what it promised anyway.
  fileprivate func keeping(_ amounts: [Money]) -> Scenario {
    var result = self
    for (e, amount) in amounts.enumerated() where amount > .zero {
      let id = beneficiaries[e].id
      result.fairness.noWorseThan[id] = max(amount, fairness.noWorseThan[id] ?? .zero)
    }
    return result
  }
}
