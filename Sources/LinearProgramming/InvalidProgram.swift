// SPDX-License-Identifier: GPL-3.0-or-later

/// A program that must not reach a solver.
///
/// GLPK answers "optimal" for programs with NaN in them, so they are refused before.
public struct InvalidProgram: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: String, Sendable {
    case nonFiniteCoefficient
    case nonFiniteCost
    case notANumberBound
    case crossedBounds
    case wrongLength
  }

  /// What is wrong.
  public var reason: Reason
  /// Name of the row or column.
  public var name: String

  /// Creates the error.
  public init(_ reason: Reason, _ name: String) {
    self.reason = reason
    self.name = name
  }

  /// The value as text.
  public var description: String { "\(reason.rawValue) at \(name)" }
}

extension LinearProgram {
  /// Refuses a program or objective with non-finite numbers or crossed bounds.
  ///
  /// - Throws: ``InvalidProgram`` naming the first row or column at fault.
  public func validate(for objective: Objective) throws(InvalidProgram) {
    guard objective.coefficients.count == columnCount else {
      throw InvalidProgram(.wrongLength, objective.name)
    }
    for column in 0..<columnCount {
      guard objective.coefficients[column].isFinite else {
        throw InvalidProgram(.nonFiniteCost, columnNames[column])
      }
      guard !columnLower[column].isNaN, !columnUpper[column].isNaN,
        columnLower[column] < .infinity, columnUpper[column] > -.infinity
      else { throw InvalidProgram(.notANumberBound, columnNames[column]) }
      guard columnLower[column] <= columnUpper[column] else {
        throw InvalidProgram(.crossedBounds, columnNames[column])
      }
    }
    for row in 0..<rowCount {
      guard !rowLower[row].isNaN, !rowUpper[row].isNaN,
        rowLower[row] < .infinity, rowUpper[row] > -.infinity
      else { throw InvalidProgram(.notANumberBound, rowNames[row]) }
      guard rowLower[row] <= rowUpper[row] else {
        throw InvalidProgram(.crossedBounds, rowNames[row])
      }
      for entry in entries(of: row) where !coefficient[entry].isFinite {
        throw InvalidProgram(.nonFiniteCoefficient, rowNames[row])
      }
    }
  }
}
