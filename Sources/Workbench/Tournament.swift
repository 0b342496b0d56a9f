// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingMechanisms
import FundingModel
import LinearProgramming
public import Report
import StudyFiles
import Tables
public import Wording

/// A tournament: one population and its money under every mechanism of a folder.
public struct TournamentRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Folder of the mechanisms; `nil`: `mechanisms` beside the study.
  public var mechanisms: String?
  /// Distance from the edge of a band that counts as near, as a share of the edge.
  public var within = 0.05
  /// Half of the window over which the edges of bands are smoothed, as a share of the edge.
  public var taper = 0.2
  /// Names of the mechanisms that take part; empty: all of the folder.
  public var only: [String] = []
  /// The folder that is written.
  public var out: String
  /// Whether an earlier tournament's folder at the place is replaced.
  public var replaces: Bool
  /// Dialect of the tables.
  public var style: OutputStyle

  /// Creates a request.
  public init(
    plan: PlanRequest, mechanisms: String? = nil, out: String, replaces: Bool = false,
    style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.mechanisms = mechanisms
    self.out = out
    self.replaces = replaces
    self.style = style
  }
}

extension TournamentRequest: RecordedRequest {
  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    [
      .init("within", String(within)), .init("taper", String(taper)),
      .init("gap_tolerance", String(Tolerance.gap)),
    ]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it says no numbers.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let within = run.setting("within").flatMap(Double.init),
      let taper = run.setting("taper").flatMap(Double.init)
    else { return false }
    self.within = within
    self.taper = taper
    return true
  }
}

/// A tournament that was held and written.
public struct TournamentResult: Sendable {
  /// Everything that is told of it.
  public let outcome: TournamentOutcome
  /// The folder.
  public let folder: String
  let inputs: [FileRecord]
  let parameters: [ResolvedStudy.Parameter]

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    TournamentScreen(outcome, language: language, width: width).lines(folder: folder)
  }

  /// The tournament as JSON.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    let document = TournamentDocument(outcome, inputs: inputs)
    return try ReportJSON.text(of: document)
  }
}

extension Workbench {
  /// Solves a study under every mechanism of a folder and writes what came of it.
  ///
  /// A rule that has no plan is a row with its reason. The folder appears whole or not at all.
  ///
  /// - Parameters:
  ///   - request: What to compare and where results go.
  ///   - control: Progress and cancellation.
  /// - Returns: The ranking, with the price of each rule.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where the optimum
  ///   cannot be found or the user stopped the work. Nothing is written then.
  public func tournament(
    _ request: TournamentRequest, control: WorkControl = WorkControl()
  ) throws -> TournamentResult {
    let output = try StudyOutput(.tournament, at: request.out, replaces: request.replaces)
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let specification = try StudySpecification(request.plan.study.specification)
    let reader = MechanismReader()
    let files = try Self.chosen(
      request.only,
      from: reader.files(in: request.mechanisms ?? reader.folder(beside: specification.study)))
    let mechanisms = try reader.read(files, for: loaded.study.scenario)
    let inputs = try loaded.inputs + inputRecords(files.map { ($0, "mechanism") })
    control.onWarnings(loaded.warnings)
    let outcome = try outcome(of: request, loaded.study.scenario, mechanisms, control)
    let run = identity(of: request.plan, settings: request.settings)
    try output.write(run, inputs, control) {
      try TournamentFolder.files(of: outcome, inputs: inputs, style: request.style.csvStyle)
    }
    return TournamentResult(
      outcome: outcome, folder: request.out, inputs: inputs, parameters: loaded.study.parameters)
  }

  /// Solves a study that was read under mechanisms that were read; nothing is written.
  func outcome(
    of request: TournamentRequest, _ study: Scenario, _ mechanisms: [FundingMechanism],
    _ control: WorkControl
  ) throws -> TournamentOutcome {
    let hall = TournamentHall(
      bench: self, request: request, control: control, study: study, count: mechanisms.count + 3)
    return try hall.outcome(of: mechanisms)
  }

  /// The files of the mechanisms that were named, in the order of the folder.
  ///
  /// - Throws: a finding for each name that no file has.
  private static func chosen(_ names: [String], from files: [String]) throws(Findings) -> [String] {
    guard !names.isEmpty else { return files }
    let known = files.map(MechanismReader.name(of:))
    var findings = Findings()
    for name in names where !known.contains(name) {
      var arguments = ["name": name, "known": known.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(name, among: known)
      findings.add(Finding("workbench.unknownMechanism", .error, at: nil, arguments))
    }
    try findings.throwIfErrors()
    return files.filter { names.contains(MechanismReader.name(of: $0)) }
  }
}

/// Solves the contestants one after the other.
private struct TournamentHall {
  let bench: Workbench
  let request: TournamentRequest
  let control: WorkControl
  let study: Scenario
  /// Number of contestants.
  let count: Int

  /// The first two goals of everybody: what all are compared in.
  private static let comparedGoals = [GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss)]

  func outcome(of mechanisms: [FundingMechanism]) throws -> TournamentOutcome {
    let clock = Stopwatch()
    let optimum = try solved(OwnInterest.optimum(of: study), number: 1)
    let held = HeldMoney(optimum.checked.plan, optimum.checked.allocation, of: study)
    let best = Contestant(
      role: .optimised, id: Contestant.Role.optimised.rawValue, status: optimum.status,
      reasons: optimum.reasons, worth: optimum.worth, seconds: clock.lap())
    var others = [
      try contestant(.study, id: Contestant.Role.study.rawValue, number: 2) { study }
    ]
    for (place, mechanism) in mechanisms.enumerated() {
      let own: OwnInterest
      do {
        own = try OwnInterest(mechanism, of: study, held: held)
      } catch {
        throw Findings(Self.finding(for: error, mechanism))
      }
      let rule = Contestant.Rule(
        mechanism, own, of: study, within: request.within, taper: request.taper)
      var one = try contestant(
        .mechanism, id: mechanism.id, number: place + 3, clauses: own.clauses
      ) { own.scenario }
      one.title = mechanism.title
      one.rule = rule
      others.append(one)
    }
    try addEquivalents(to: &others, optimum: optimum.worth)
    return TournamentOutcome(
      study: study, optimum: best, others: others, within: request.within, taper: request.taper)
  }

  /// How much less money would do as well as each.
  private func addEquivalents(to others: inout [Contestant], optimum: Contestant.Worth) throws {
    let search = SameForLess(
      bench, WorkLimits(request.plan, control.forCase(count, of: count)),
      optimum: OwnInterest.optimum(of: study), value: optimum.shortfall)
    for place in others.indices {
      guard let worth = others[place].worth else { continue }
      others[place].equivalent = try search.money(reaching: worth.shortfall)
    }
  }

  /// One contestant; a failure of its own is told in its row, a wish to stop ends the tournament.
  private func contestant(
    _ role: Contestant.Role, id: String, number: Int, clauses: [VehicleID: Int] = [:],
    _ scenario: () -> Scenario
  ) throws -> Contestant {
    let clock = Stopwatch()
    do {
      let solved = try solved(scenario(), number: number)
      var one = Contestant(
        role: role, id: id, status: solved.status, reasons: solved.reasons, worth: solved.worth,
        seconds: clock.lap())
      one.perMillion = Self.perMillion(solved, clauses)
      return one
    } catch {
      if control.shouldStop() { throw error }
      let failed = CaseOutcome(failure: error, timings: RunTimings(reading: 0))
      return Contestant(
        role: role, id: id, status: failed.status, reasons: failed.reasons, seconds: clock.lap())
    }
  }

  private struct Solved {
    let scenario: Scenario
    let status: CaseStatus
    let reasons: [Finding]
    let checked: CheckedPlan
    let worth: Contestant.Worth
    /// Prices of the first goal.
    let prices: [RulePrice]
  }

  /// What one more million does to the shortfall through each clause, shared out as it does.
  ///
  /// Entitlements and their sum grow together: both rows have a price, of which one is 0 where the
  /// other says all. A claim of which a part is drawn in a window grows by that part.
  private static func perMillion(
    _ solved: Solved, _ clauses: [VehicleID: Int]
  ) -> [Int: Double] {
    var change: [Int: Double] = [:]
    var money: [Int: Double] = [:]
    for price in solved.prices {
      if price.rule.family == .oneClaim {
        for (clause, part) in drawn(of: price.rule, solved, clauses) {
          change[clause, default: 0] += price.price * part
        }
        continue
      }
      guard let vehicle = price.rule.vehicle, let clause = clauses[vehicle] else { continue }
      switch price.rule.family {
      case .entitlement: change[clause, default: 0] += price.price * price.bound
      case .envelope:
        change[clause, default: 0] += price.price * price.bound
        money[clause, default: 0] += price.bound
      default: continue
      }
    }
    return money.filter { $0.value > 0 }.reduce(into: [:]) { result, entry in
      result[entry.key] = (change[entry.key] ?? 0) / entry.value * 1000
    }
  }

  /// Parts of one claim of one beneficiary that are drawn, by clause.
  private static func drawn(
    of rule: RuleName, _ solved: Solved, _ clauses: [VehicleID: Int]
  ) -> [Int: Double] {
    guard let beneficiary = rule.beneficiary,
      let claim = solved.scenario.claims.first(where: { $0.id == rule.rule })
    else { return [:] }
    var parts: [Int: Double] = [:]
    for window in claim.windows {
      let entitled = solved.scenario.entitlement(of: beneficiary, in: window).thousandsOfEuros
      guard entitled > 0, let v = window.first,
        let clause = clauses[solved.scenario.vehicles[v].id]
      else { continue }
      let paid = solved.checked.plan.grants.reduce(0) {
        window.contains($1.vehicle)
          && solved.scenario.beneficiaries[$1.beneficiary].id == beneficiary
          ? $0 + $1.thousands : $0
      }
      parts[clause] = paid / entitled
    }
    return parts
  }

  private func solved(_ scenario: Scenario, number: Int) throws -> Solved {
    let limits = WorkLimits(request.plan, control.forCase(number, of: count))
    let formulation = try bench.build(scenario, limits)
    try limits.refuseHopeless(formulation.program)
    let ordered = try bench.optimise(formulation, limits, in: bench.engine.makeSession())
    guard let best = ordered.best else {
      throw WorkFailure.stopped(ordered.last.termination, level: ordered.levels.last?.name ?? "")
    }
    if control.shouldStop() { throw WorkFailure.stopped(.interrupted, level: "") }
    let checked = try bench.checked(best.primal, formulation)
    // Shortfall of targets that must be met counts as any other, so that all count the same.
    var common = scenario
    for place in common.targets.indices { common.targets[place].isHard = false }
    common.goals = Self.comparedGoals
    let values = PlanAudit.levelValues(
      scenario: common, plan: checked.plan, allocation: checked.allocation)
    return Solved(
      scenario: scenario, status: ordered.isComplete ? .optimal : .feasible,
      reasons: ordered.isComplete ? [] : [CaseReason.finding(for: ordered)], checked: checked,
      worth: Contestant.Worth(
        goals: (values[0], values[1]), figures: checked.figures,
        allocation: checked.allocation, count: scenario.beneficiaries.count),
      prices: RulePrices.list(
        of: formulation, at: best.primal, levels: ordered.levels.prefix(1).map(LevelPrices.init)))
  }

  private static func finding(
    for fault: MechanismFault, _ mechanism: FundingMechanism
  ) -> Finding {
    switch fault {
    case .missingSize(let beneficiary, let clause, let driver):
      Finding(
        "study.clauseSizeMissing", .error, at: SourcePosition(file: mechanism.id),
        [
          "name": clause.rawValue, "driver": driver.rawValue, "count": "1",
          "beneficiary": beneficiary.rawValue,
        ])
    case .noClass(let beneficiary, let clause):
      Finding(
        "study.clauseWithoutClass", .error, at: SourcePosition(file: mechanism.id),
        ["name": clause.rawValue, "count": "1", "beneficiary": beneficiary.rawValue])
    }
  }
}
