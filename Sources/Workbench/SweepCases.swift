// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report

/// The what-ifs of a sweep: values for its axes, whichever way they were chosen.
struct SweepCases: Sendable {
  /// What is varied.
  let axes: [SweepAxis]
  /// For each case, in the order of the rows, the position of its value on each axis; `nil` where
  /// the study's own value is kept.
  let places: [[Int?]]
  /// Whether the cases are every combination of the values.
  let isGrid: Bool
  /// File and line of each case, where they were read from a table.
  private let file: String?
  private let lines: [Int]

  /// Cases from which a sweep must be confirmed.
  static let unconfirmed = 1000
  /// Most cases of a sweep.
  static let most = 1_000_000

  /// Every combination of the values; the last axis changes fastest.
  ///
  /// - Throws: a finding where there are too many.
  init(gridOf axes: [SweepAxis], isConfirmed: Bool) throws(Findings) {
    var count = 1
    for axis in axes {
      // At most a million times a hundred thousand so far: no overflow.
      count *= axis.values.count
      guard count <= Self.most else { throw Self.farTooMany }
    }
    try Self.confirm(count, isConfirmed)
    var places: [[Int]] = [[]]
    for axis in axes {
      places = places.flatMap { place in axis.values.indices.map { place + [$0] } }
    }
    self.axes = axes
    self.places = places
    isGrid = true
    file = nil
    lines = []
  }

  /// Cases one by one.
  ///
  /// - Parameters:
  ///   - paths: What is varied.
  ///   - rows: For each case one value per path; empty where the study's own is kept.
  ///   - file: Where they were read.
  ///   - lines: Line of each case in that file.
  ///   - isConfirmed: Whether many cases are meant.
  /// - Throws: a finding where there are too many.
  init(
    listOf paths: [String], rows: [[String]], file: String? = nil, lines: [Int] = [],
    isConfirmed: Bool
  ) throws(Findings) {
    guard rows.count <= Self.most else { throw Self.farTooMany }
    try Self.confirm(rows.count, isConfirmed)
    var places = [[Int?]](repeating: [], count: rows.count)
    var axes: [SweepAxis] = []
    for (column, path) in paths.enumerated() {
      var values: [String] = []
      var known: [String: Int] = [:]
      for (row, cells) in rows.enumerated() {
        let value = cells[column]
        guard !value.isEmpty else {
          places[row].append(nil)
          continue
        }
        if known[value] == nil {
          known[value] = values.count
          values.append(value)
        }
        places[row].append(known[value])
      }
      axes.append(SweepAxis(path: path, values: values))
    }
    self.axes = axes
    self.places = places
    isGrid = false
    self.file = file
    self.lines = lines
  }

  private static var farTooMany: Findings {
    Findings(Finding("sweep.farTooManyCases", .error, at: nil, ["most": "\(most)"]))
  }

  private static func confirm(_ count: Int, _ isConfirmed: Bool) throws(Findings) {
    guard count > unconfirmed, !isConfirmed else { return }
    throw Findings(
      Finding(
        "sweep.tooManyCases", .error, at: nil, ["count": "\(count)", "most": "\(unconfirmed)"]))
  }

  /// Number of cases.
  var count: Int { places.count }

  /// Values of a case, one per axis; empty where the study's own is kept.
  func values(of number: Int) -> [String] {
    zip(axes, places[number]).map { axis, place in place.map { axis.values[$0] } ?? "" }
  }

  /// What a case sets.
  func settings(of number: Int) -> [Setting] {
    zip(axes, places[number]).enumerated().compactMap { column, pair in
      guard let place = pair.1 else { return nil }
      return setting(pair.0, value: place, axis: column, number: number)
    }
  }

  /// One value of an axis as a parameter that is set, with the place where the user wrote it.
  ///
  /// - Parameters:
  ///   - axis: The axis.
  ///   - value: Position of the value.
  ///   - column: Number of the axis, from 0.
  ///   - number: A case that has the value; `nil`: the first that has.
  /// - Returns: The parameter.
  func setting(
    _ axis: SweepAxis, value: Int, axis column: Int, number: Int? = nil
  ) -> Setting {
    guard let file else {
      return Setting(
        path: axis.path, value: axis.values[value], option: SweepRange.option, number: column + 1)
    }
    let row = number ?? places.firstIndex { $0[column] == value } ?? 0
    return Setting(path: axis.path, value: axis.values[value], option: file, number: lines[row])
  }

  /// Positions of the cases in the order in which they are solved: each is near the one before.
  ///
  /// A grid is walked like a field that is ploughed: every second row backwards. Cases one by one
  /// are solved as they stand.
  var walk: [Int] {
    guard isGrid else { return Array(places.indices) }
    let turns = places.map { place in
      // The turn of a case among those that agree with it so far; a stretch that comes at an odd
      // turn is walked backwards.
      place.enumerated().reduce(0) { turn, axis in
        let count = axes[axis.offset].values.count
        let isBackwards = !turn.isMultiple(of: 2)
        let step = axis.element ?? 0
        return turn * count + (isBackwards ? count - 1 - step : step)
      }
    }
    return places.indices.sorted { turns[$0] < turns[$1] }
  }
}
