// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import LinearProgramming

/// Coefficients too far apart, told with the places of the smallest and the greatest.
enum SpreadFinding {
  /// - Returns: `nil` where the coefficients of the program are near enough to each other.
  static func finding(for program: LinearProgram) -> Finding? {
    guard let spread = CoefficientSpread(program), spread.isTooWide else { return nil }
    return Finding(
      "workbench.coefficientSpread", .warning, at: nil,
      [
        "least": number(spread.least.size), "leastRow": spread.least.row,
        "leastColumn": spread.least.column, "greatest": number(spread.greatest.size),
        "greatestRow": spread.greatest.row, "greatestColumn": spread.greatest.column,
      ])
  }

  /// Four digits: an order of magnitude is what matters.
  private static func number(_ size: Double) -> String {
    let rounded = Double(String(format: "%.3e", size)) ?? size
    let isWhole = rounded == rounded.rounded() && rounded < 1e15
    return isWhole ? "\(Int64(rounded))" : "\(rounded)"
  }
}
