// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel

/// Which study to work on.
public struct StudyRequest: Sendable, Hashable {
  /// `STUDY+LAYER+LAYER`.
  public var specification: String
  /// INSEE code of the one region to plan; `nil`: the whole study.
  public var region: String?
  /// Parameters set last, as `path=value`.
  public var overrides: [String]
  /// Folder of what was done and paid in locked years; `nil`: no year is locked by the request.
  public private(set) var done: String?

  /// Creates a request.
  public init(_ specification: String, region: String? = nil, overrides: [String] = []) {
    self.specification = specification
    self.region = region
    self.overrides = overrides
  }

  /// The same study with its first years as they were really done and paid.
  ///
  /// - Parameters:
  ///   - year: Last year that is locked.
  ///   - folder: Folder of `deployment.csv` and `allocation.csv`, and of `service_payments.csv` where
  ///     services were paid; a plan folder is one.
  /// - Returns: The request, with the tables set last.
  public func locked(through year: Int, done folder: String) -> StudyRequest {
    func quoted(_ name: String) -> String {
      "'" + "\(folder)/\(name)".replacing("'", with: "''") + "'"
    }
    var result = self
    result.done = folder
    result.overrides += [
      "locked_through=\(year)", "tables.locked=\(quoted("deployment.csv"))",
      "tables.paid=\(quoted("allocation.csv"))",
    ]
    if FileManager.default.fileExists(atPath: "\(folder)/service_payments.csv") {
      result.overrides.append("tables.paid_services=\(quoted("service_payments.csv"))")
    }
    return result
  }

  /// Refuses a folder of what was done that is not there, or lacks a table, where it was named.
  ///
  /// - Throws: findings at the option, which is not among the parameters that were typed.
  func checkDone() throws(Findings) {
    guard let done else { return }
    let files = FileManager.default
    var findings = Findings()
    func refuse(_ code: Finding.Code, _ name: String) {
      findings.add(
        Finding(code, .error, at: SourcePosition(file: "--done"), ["path": done, "name": name]))
    }
    if !files.fileExists(atPath: done) {
      refuse("workbench.doneMissing", "")
    } else {
      for name in ["deployment.csv", "allocation.csv"]
      where !files.fileExists(atPath: "\(done)/\(name)") {
        refuse("workbench.doneWithout", name)
      }
    }
    try findings.throwIfErrors()
  }
}
