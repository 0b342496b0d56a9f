// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
internal import LinearProgramming

/// The attempts of one solve, from the way that was asked for to ever safer ones.
struct Ladder {
  let program: LinearProgram
  let objective: Objective
  let options: SolverOptions
  private let watch: Watch
  private var attempts: [String] = []
  private var iterations = 0

  init(program: LinearProgram, objective: Objective, options: SolverOptions) {
    self.program = program
    self.objective = objective
    self.options = options
    watch = Watch(options)
  }

  private var method: SolverMethod {
    let hasIntegers = program.columnDomain.contains(.integer)
    switch options.method {
    case nil: return hasIntegers ? .branchAndCut : .primalSimplex
    // Without integer columns simplex gives the same optimum, and prices with it.
    case .branchAndCut where !hasIntegers: return .dualThenPrimalSimplex
    // GLPK's interior point method refuses a program without rows or columns.
    case .interiorPoint where program.rowCount == 0 || program.columnCount == 0:
      return .primalSimplex
    case .some(let method): return method
    }
  }

  /// The ways to try, in order: as asked; cold and without presolve; with other scalings and
  /// tighter tolerances.
  private var ways: [SolverOptions] {
    var plain = options
    plain.start = nil
    plain.presolve = false
    let asked = options.start == nil && !options.presolve ? [] : [options]
    var geometric = plain
    geometric.primalTolerance = min(options.primalTolerance, Self.tight)
    geometric.dualTolerance = min(options.dualTolerance, Self.tight)
    geometric.scaling = options.scaling == .geometricMean ? .powersOfTwo : .geometricMean
    var unscaled = geometric
    unscaled.scaling = options.scaling == .none ? .equilibration : .none
    unscaled.method = method == .primalSimplex ? .dualThenPrimalSimplex : options.method
    return asked + [plain, geometric, unscaled]
  }

  /// Tolerance of the later attempts.
  private static let tight = 1e-9

  /// Tries until an answer stands.
  mutating func climb() throws -> GLPKReport {
    var last: GLPKReport?
    var fault: GLPKFault?
    for way in ways {
      if last != nil || fault != nil, watch.stopReason != nil || watch.remaining == 0 { break }
      do throws(GLPKFault) {
        var report = try judged(way)
        if way.start != nil, report.result.termination.needsColdConfirmation {
          report = try confirmedCold(report)
        }
        last = report
        if report.result.termination != .numericalError { break }
        attempts.append(report.result.detail)
        if let polished = try polished(report) {
          last = polished
          break
        }
      } catch {
        if error.isMemory, options.memoryLimit != nil {
          return GLPKReport(
            result: SolverResult(
              termination: .memoryLimit, detail: "The memory limit was reached."),
            attempts: attempts)
        }
        attempts.append(error.description)
        fault = error
      }
    }
    if let last { return try finished(last) }
    throw fault ?? GLPKFault(.abortedInside, "no attempt was made")
  }

  /// One attempt with its judgement.
  private mutating func judged(_ way: SolverOptions) throws(GLPKFault) -> GLPKReport {
    let method = way.method == options.method ? method : way.method ?? method
    watch.iterationsBefore = iterations
    let attempt = try attempt(way, method)
    iterations += attempt.result.iterations
    var report = GLPKReport(
      result: attempt.result, measures: attempt.kkt, attempts: attempts)
    if attempt.restarted { report.attempts.append("The basis was unusable; started cold.") }
    if method == .branchAndCut, report.result.termination == .unbounded {
      // Only the continuous relaxation is known to be unbounded.
      report.result.termination = .infeasibleOrUnbounded
    }
    watch.nameStop(in: &report.result)
    judge(&report, method)
    return report
  }

  /// Goes on, with tight tolerances, from the basis of an answer that was refused.
  ///
  /// That takes few iterations and is all that is needed where the presolver left rounding.
  private mutating func polished(_ refused: GLPKReport) throws(GLPKFault) -> GLPKReport? {
    guard let basis = refused.result.basis, !refused.result.primal.isEmpty else { return nil }
    var way = options
    way.start = basis
    way.primalTolerance = min(options.primalTolerance, Self.tight)
    way.dualTolerance = min(options.dualTolerance, Self.tight)
    let report = try judged(way)
    return report.result.termination == .optimal ? report : nil
  }

  private func judge(_ report: inout GLPKReport, _ method: SolverMethod) {
    guard report.result.termination == .optimal || report.result.primalStatus == .feasible else {
      return
    }
    var judged = program
    if method != .branchAndCut { judged.relax() }
    let optimality = OptimalityReport(judged, objective, report.result)
    report.optimality = optimality
    if optimality.isComplete { report.result.objectiveValue = optimality.primalObjective }
    let holds = method == .branchAndCut ? optimality.isFeasible : optimality.isProvenOptimal
    if report.result.termination == .optimal, !holds {
      report.result.termination = .numericalError
      report.result.detail += " Our own check refuses it: \(optimality.complaint)."
    }
    if !optimality.isFeasible, report.result.primalStatus == .feasible {
      report.result.primalStatus = .infeasible
    }
  }

  /// Solves again from nothing before a warm "infeasible" is believed.
  private mutating func confirmedCold(_ warm: GLPKReport) throws(GLPKFault) -> GLPKReport {
    var cold = options
    cold.start = nil
    attempts.append("Warm: \(warm.result.detail) Solved again cold.")
    return try judged(cold)
  }

  private mutating func finished(_ report: GLPKReport) throws -> GLPKReport {
    var report = report
    if options.wantsCertificate { try addCertificate(&report) }
    report.result.iterations = iterations
    report.attempts = attempts
    return report
  }
}

extension Ladder {
  /// Calls GLPK once.
  private func attempt(_ way: SolverOptions, _ method: SolverMethod) throws(GLPKFault) -> Attempt {
    var buffers = Attempt.Buffers(
      rows: program.rowCount, columns: program.columnCount,
      basis: method != .interiorPoint && method != .branchAndCut, certificates: true)
    var fault = cglpk_fault()
    var options = cglpk_options(way, method: method, remaining: watch.remaining)
    // Interior point has no time limit of its own; 0 would mean none for the guard as well.
    let deadline = method == .interiorPoint ? watch.remaining.map { max(1e-9, $0) } ?? 0 : 0
    let rows = way.start?.rows.map(\.rawValue)
    let columns = way.start?.columns.map(\.rawValue)
    let (outcome, answer) = buffers.withAnswer { answer in
      program.withArrays(objective, integers: method == .branchAndCut) { program in
        watch.withCallbacks(deadline: deadline) { watch in
          cglpk_solve(program, rows, columns, &options, watch, &answer, &fault)
        }
      }
    }
    switch outcome {
    case CGLPK_INTERRUPTED:
      return Attempt(stopped: .interrupted, "The solve was stopped on request.")
    case CGLPK_DEADLINE:
      return Attempt(stopped: .timeLimit, "The time limit was reached.")
    default: try GLPKFault.check(outcome, fault)
    }
    return Attempt(answer, buffers, method, program, objective)
  }

  /// Looks for a proof that is not at hand.
  private mutating func addCertificate(_ report: inout GLPKReport) throws {
    switch report.result.termination {
    case .infeasible where report.result.dualStatus != .certificate:
      var relaxed = program
      relaxed.relax()
      // The row duals of the least total breach, where that is positive, are a Farkas certificate.
      let elastic = ElasticProgram(relaxed) { _ in 1 }
      var options = options
      options.start = nil
      options.method = nil
      options.wantsCertificate = false
      options.timeLimit = watch.remaining
      var ladder = Ladder(
        program: elastic.program, objective: elastic.objective, options: options)
      let proof = program.tidiedFarkas(try ladder.climb().result.rowDuals)
      guard let strength = program.farkasStrength(of: proof), strength > Tolerance.certificate
      else { return }
      report.result.rowDuals = proof
      report.result.reducedCosts = []
      report.result.dualStatus = .certificate
    case .unbounded, .infeasibleOrUnbounded:
      guard report.result.primalStatus != .certificate else { return }
      var plain = options
      plain.start = nil
      plain.presolve = false
      plain.method = .primalSimplex
      let again = try judged(plain)
      let known: Set<TerminationStatus> = [.unbounded, .infeasible]
      if known.contains(again.result.termination) { report = again }
    default: return
    }
  }
}

extension Attempt {
  init(stopped termination: TerminationStatus, _ detail: String) {
    result = SolverResult(termination: termination, detail: detail)
  }
}

extension TerminationStatus {
  /// Whether a warm start may have led to this by mistake.
  var needsColdConfirmation: Bool {
    self == .infeasible || self == .infeasibleOrUnbounded || self == .numericalError
  }
}

extension GLPKFault {
  /// Whether GLPK ran out of the memory it was allowed.
  var isMemory: Bool { code == .noMemory || message.contains("memory") }
}
