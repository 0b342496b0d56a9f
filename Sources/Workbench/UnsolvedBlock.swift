// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Foundation
import LinearProgramming
import Tables

/// A block that no way of solving could solve, and the file that holds it.
public struct UnsolvedBlock: Sendable, Hashable {
  /// Number of the block, from 1.
  public let number: Int
  /// Name of its first column.
  public let column: String
  /// What happened at the last way tried.
  public let reason: String
  /// The file with the block as a linear program; `nil` where it could not be written.
  public let file: String?

  /// Writes a block out, with the names of the whole program.
  ///
  /// - Parameters:
  ///   - fault: Where the block stands, and what was minimised.
  ///   - program: The whole program.
  ///   - folder: Where the file goes; nothing that stands there is replaced. `nil`: none is written.
  init(_ fault: BlockFault, of program: LinearProgram, folder: String?) {
    number = fault.number
    column = fault.columns.first.map { program.columnNames[$0] } ?? ""
    reason = fault.reason
    guard let folder else {
      file = nil
      return
    }
    let block = program.part(
      columns: fault.columns, rows: fault.rows, named: "\(program.name), block \(fault.number)")
    let costs = Objective(name: "priced", sense: .minimize, coefficients: fault.costs)
    let path = Self.freePath(in: folder, number: fault.number)
    do {
      try AtomicFile.write(Array(try LPFormat.text(block, costs).utf8), to: path)
      file = path
    } catch {
      // The block is lost, and the message says so; what went wrong before it matters more.
      file = nil
    }
  }

  /// `releve-block-7.lp`, or with `-2`, `-3`… where that exists.
  private static func freePath(in folder: String, number: Int) -> String {
    let place = folder.isEmpty || folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let base = "\(place)releve-block-\(number)"
    var path = "\(base).lp"
    var count = 1
    while FileManager.default.fileExists(atPath: path) {
      count += 1
      path = "\(base)-\(count).lp"
    }
    return path
  }
}
