// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A temporary folder in which `glpsol` solves, as another process; removed when it goes away.
final class OracleFolder {
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

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "allocation-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Objective of a program that stands in files of the folder, as the arguments name them for glpsol.
  ///
  /// Held levels leave programs with next to no interior, on which the presolver or the primal
  /// simplex of GLPK now and then gives up; other ways are tried before that is believed.
  func optimum(_ arguments: [String]) throws -> Double {
    var log = ""
    for way in [[], ["--nopresol"], ["--dual"], ["--exact"]] {
      try? FileManager.default.removeItem(at: folder.appending(path: "out.sol"))
      log = try run(arguments + ["-w", "out.sol", "--tmlim", "60"] + way)
      let solution = try? String(contentsOf: folder.appending(path: "out.sol"), encoding: .utf8)
      if let objective = solution.flatMap(Self.objective) { return objective }
    }
    throw Failure.notOptimal(log: log)
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
