// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingFormulation
import FundingModel
import LinearProgramming

/// Solves a scenario by the hand-written statement of the model, with `glpsol` as another process.
///
/// The data stand in a temporary folder, which is removed when the oracle goes away.
final class MathProgOracle {
  enum Failure: Error, CustomStringConvertible {
    case noSolver
    case notOptimal(log: String)

    var description: String {
      switch self {
      case .noSolver: "glpsol was not found: install the package glpk-utils"
      case .notOptimal(let log): "glpsol did not reach an optimum:\n\(log.suffix(2000))"
      }
    }
  }

  /// The model, in the sources.
  static let model = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "models/allocation.mod")

  private let folder: URL
  private let scenario: Scenario

  init(_ scenario: Scenario) throws {
    self.scenario = scenario
    folder = FileManager.default.temporaryDirectory
      .appending(path: "allocation-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try Data(MathProgData(scenario).text.utf8).write(to: folder.appending(path: "case.dat"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Optimum of one level (from 1) in its own direction, earlier ones held at `held`.
  func optimum(ofLevel level: Int, held: [Double]) throws -> Double {
    // The room of held values is a tolerance of ours, not a part of the model.
    let room = "param hold_slack := \(Tolerance.goalSlack);\n"
    let data = MathProgData.held(level: level, values: held)
      .replacing("data;\n", with: "data;\n" + room, maxReplacements: 1)
    try Data(data.utf8).write(to: folder.appending(path: "held.dat"))
    let minimised = try solve()
    let terms = scenario.goals[level - 1].terms
    let isUpwards = terms.count == 1 && terms[0].goal.isBetterHigher
    return isUpwards ? -minimised : minimised
  }

  /// Objective of the case with its held levels.
  ///
  /// Held levels leave programs with next to no interior, on which the presolver or the primal
  /// simplex of GLPK now and then gives up; other ways are tried before that is believed.
  private func solve() throws -> Double {
    var log = ""
    for way in [[], ["--nopresol"], ["--dual"], ["--exact"]] {
      try? FileManager.default.removeItem(at: folder.appending(path: "out.sol"))
      let files = ["-m", Self.model.path, "-d", "case.dat", "-d", "held.dat", "-w", "out.sol"]
      log = try run(files + ["--tmlim", "60"] + way)
      let solution = try? String(contentsOf: folder.appending(path: "out.sol"), encoding: .utf8)
      if let objective = solution.flatMap(Self.objective) { return objective }
    }
    throw Failure.notOptimal(log: log)
  }

  /// Optima of all levels, each with the earlier ones held.
  func optima() throws -> [Double] {
    var values: [Double] = []
    for level in 1...scenario.goals.count {
      values.append(try optimum(ofLevel: level, held: values))
    }
    return values
  }

  /// Objective of the line `s bas ROWS COLUMNS f f OBJECTIVE`, where both sides are feasible.
  private static func objective(in solution: String) -> Double? {
    for line in solution.split(separator: "\n") where line.hasPrefix("s bas ") {
      let words = line.split(separator: " ")
      guard words.count == 7, words[4] == "f", words[5] == "f" else { return nil }
      return Double(words[6])
    }
    return nil
  }

  /// Runs glpsol in the folder and returns what it said.
  private func run(_ arguments: [String]) throws -> String {
    let logFile = folder.appending(path: "log")
    try Data().write(to: logFile)
    let output = try FileHandle(forWritingTo: logFile)
    defer { try? output.close() }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["glpsol"] + arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus == 127 { throw Failure.noSolver }
    return (try? String(contentsOf: logFile, encoding: .utf8)) ?? ""
  }
}

extension Goal {
  /// Whether more of the goal is wanted.
  var isBetterHigher: Bool {
    switch self {
    case .avoidedLoss, .minimumCoverage, .tieBreak: true
    case .nisShortfall, .publicMoney, .ownMoney, .budgetCliff: false
    }
  }
}
