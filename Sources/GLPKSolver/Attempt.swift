// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
internal import LinearProgramming

/// One call of a solver routine and what came of it, before it is judged.
struct Attempt {
  /// What the call answered, translated.
  var result: SolverResult
  /// GLPK's own error measures.
  var kkt: GLPKOptimalityMeasures?
  /// Whether the basis to start from was unusable.
  var restarted = false

  /// Buffers for one answer.
  struct Buffers {
    var primal: [Double]
    var rowDuals: [Double]
    var reducedCosts: [Double]
    var rowBasis: [UInt8]
    var columnBasis: [UInt8]
    var ray: [Double]
    var proof: [Double]

    init(rows: Int, columns: Int, basis: Bool, certificates: Bool) {
      primal = [Double](repeating: 0, count: columns)
      rowDuals = [Double](repeating: 0, count: rows)
      reducedCosts = primal
      rowBasis = [UInt8](repeating: 0, count: basis ? rows : 0)
      columnBasis = [UInt8](repeating: 0, count: basis ? columns : 0)
      ray = [Double](repeating: 0, count: certificates ? columns : 0)
      proof = [Double](repeating: 0, count: certificates ? rows : 0)
    }

    /// Calls `body` with an answer that points into the buffers.
    mutating func withAnswer(_ body: (inout cglpk_answer) -> cglpk_outcome) -> (
      cglpk_outcome, cglpk_answer
    ) {
      var answer = cglpk_answer()
      let outcome = primal.withUnsafeMutableBufferPointer { primal in
        rowDuals.withUnsafeMutableBufferPointer { rowDuals in
          reducedCosts.withUnsafeMutableBufferPointer { reducedCosts in
            rowBasis.withUnsafeMutableBufferPointer { rowBasis in
              columnBasis.withUnsafeMutableBufferPointer { columnBasis in
                ray.withUnsafeMutableBufferPointer { ray in
                  proof.withUnsafeMutableBufferPointer { proof in
                    answer.primal = primal.address
                    answer.row_dual = rowDuals.address
                    answer.reduced_cost = reducedCosts.address
                    answer.row_basis = rowBasis.address
                    answer.column_basis = columnBasis.address
                    answer.ray = ray.address
                    answer.proof = proof.address
                    return body(&answer)
                  }
                }
              }
            }
          }
        }
      }
      return (outcome, answer)
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// Address of the first element; `nil` where there is none, so that C sees "not wanted".
  fileprivate var address: UnsafeMutablePointer<Element>? { isEmpty ? nil : baseAddress }
}

extension Attempt {
  /// Translates an answer.
  ///
  /// - Parameters:
  ///   - answer: What the membrane returned.
  ///   - buffers: The arrays it filled.
  ///   - method: The method used.
  ///   - program: The program, for the certificates.
  ///   - objective: The objective, for the certificates.
  init(
    _ answer: cglpk_answer, _ buffers: Buffers, _ method: SolverMethod,
    _ program: LinearProgram?, _ objective: Objective?
  ) {
    let code = GLPKCode(rawValue: answer.code) ?? .failed
    let status = GLPKStatus(rawValue: answer.status) ?? .undefined
    let primal = GLPKStatus(rawValue: answer.primal_status) ?? .undefined
    let dual = GLPKStatus(rawValue: answer.dual_status) ?? .undefined
    let termination = GLPKMeaning.termination(
      code: code, status: status, primal: primal, dual: dual, method: method)
    result = SolverResult(
      termination: termination, iterations: Int(answer.iterations),
      detail: GLPKMeaning.sentence(code: code, status: status))
    if answer.bound.isFinite { result.bestBound = answer.bound }
    if primal != .undefined {
      result.primalStatus = primal.resultStatus
      result.primal = buffers.primal
      if primal == .feasible { result.objectiveValue = answer.objective }
    }
    if dual != .undefined, method != .branchAndCut {
      result.dualStatus = dual.resultStatus
      result.rowDuals = buffers.rowDuals
      result.reducedCosts = buffers.reducedCosts
    }
    if termination == .optimal, method != .branchAndCut { result.bestBound = answer.objective }
    result.basis = Basis(rows: buffers.rowBasis, columns: buffers.columnBasis)
    if code == .noPrimalFeasible || code == .noDualFeasible { result.basis = nil }
    restarted = answer.restarted != 0
    if answer.has_kkt != 0 { kkt = GLPKOptimalityMeasures(answer.kkt, program) }
    if let program, let objective {
      addCertificates(answer, buffers, program, objective)
    } else {
      addUnverifiedCertificates(answer, buffers)
    }
  }

  /// Puts a certificate into the result as it is: who asked has the program and verifies it.
  private mutating func addUnverifiedCertificates(_ answer: cglpk_answer, _ buffers: Buffers) {
    if answer.has_proof != 0 {
      result.rowDuals = buffers.proof
      result.reducedCosts = []
      result.dualStatus = .certificate
    }
    if answer.has_ray != 0 {
      result.primal = buffers.ray
      result.primalStatus = .certificate
      result.objectiveValue = nil
    }
  }

  /// Puts a certificate into the result if our own arithmetic confirms it.
  private mutating func addCertificates(
    _ answer: cglpk_answer, _ buffers: Buffers, _ program: LinearProgram, _ objective: Objective
  ) {
    if answer.has_proof != 0 {
      let proof = program.tidiedFarkas(buffers.proof)
      if let strength = program.farkasStrength(of: proof), strength > Tolerance.certificate {
        result.rowDuals = proof
        result.reducedCosts = []
        result.dualStatus = .certificate
      }
    }
    if answer.has_ray != 0, program.isUnboundedDirection(buffers.ray, for: objective) {
      result.primal = buffers.ray
      result.primalStatus = .certificate
      result.objectiveValue = nil
    }
  }
}

extension Basis {
  /// Basis from the bytes of the membrane; `nil` where a byte is none of its places.
  init?(rows: [UInt8], columns: [UInt8]) {
    let rowPlaces = rows.compactMap(BasisStatus.init(rawValue:))
    let columnPlaces = columns.compactMap(BasisStatus.init(rawValue:))
    guard rowPlaces.count == rows.count, columnPlaces.count == columns.count,
      !(rows.isEmpty && columns.isEmpty)
    else { return nil }
    self.init(rows: rowPlaces, columns: columnPlaces)
  }
}
