// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report

/// The what-ifs of a sweep: values for its axes, whichever way they were chosen.
///
/// Combinations are worked out one by one when they are asked for: a grid of a million cases takes
/// no more memory than the values of its axes.
struct SweepCases: Sendable {
  /// What is varied.
  let axes: [SweepAxis]
  /// Number of cases.
  let count: Int
  /// Whether the cases are every combination of the values.
  let isGrid: Bool
  /// Of cases one by one, the position of each value on its axis, case after case; ``unset`` where
  /// the study's own value is kept.
  private let listed: [Int32]
  /// File and line of each case, where they were read from a table.
  private let file: String?
  private let lines: [Int]

  /// Cases from which a sweep must be confirmed.
  static let unconfirmed = 1000
  /// Most cases of a sweep.
  static let most = 1_000_000

  private static let unset: Int32 = -1

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
    self.axes = axes
    self.count = count
    isGrid = true
    listed = []
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
    var listed = [Int32](repeating: Self.unset, count: rows.count * paths.count)
    var axes: [SweepAxis] = []
    for (column, path) in paths.enumerated() {
      var values: [String] = []
      var known: [String: Int] = [:]
      for (row, cells) in rows.enumerated() {
        let value = cells[column]
        guard !value.isEmpty else { continue }
        let place = known[value] ?? values.count
        if place == values.count {
          known[value] = place
          values.append(value)
        }
        listed[row * paths.count + column] = Int32(place)
      }
      axes.append(SweepAxis(path: path, values: values))
    }
    self.axes = axes
    count = rows.count
    isGrid = false
    self.listed = listed
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

  /// The position of a case's value on each axis; `nil` where the study's own value is kept.
  ///
  /// - Parameter number: Position of the case, in the order of the rows.
  /// - Returns: One position per axis.
  func places(of number: Int) -> [Int?] {
    guard isGrid else {
      return listed[number * axes.count..<(number + 1) * axes.count].map {
        $0 == Self.unset ? nil : Int($0)
      }
    }
    return digits(of: number)
  }

  /// A position written with the sizes of the axes as bases, the last axis lowest.
  private func digits(of position: Int) -> [Int] {
    var rest = position
    var digits = [Int](repeating: 0, count: axes.count)
    for axis in axes.indices.reversed() {
      (rest, digits[axis]) = rest.quotientAndRemainder(dividingBy: axes[axis].values.count)
    }
    return digits
  }

  /// Values of a case, one per axis; empty where the study's own is kept.
  func values(of number: Int) -> [String] {
    zip(axes, places(of: number)).map { axis, place in place.map { axis.values[$0] } ?? "" }
  }

  /// What a case sets.
  func settings(of number: Int) -> [Setting] {
    zip(axes, places(of: number)).enumerated().compactMap { column, pair in
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
    let row = number ?? (0..<count).first { places(of: $0)[column] == value } ?? 0
    return Setting(path: axis.path, value: axis.values[value], option: file, number: lines[row])
  }

  /// The case that is solved at a turn: each is near the one before.
  ///
  /// A grid is walked like a field that is ploughed: every second row backwards. Cases one by one
  /// are solved as they stand.
  ///
  /// - Parameter turn: Place in the order of solving, from 0.
  /// - Returns: Position of the case in the order of the rows.
  func walked(_ turn: Int) -> Int {
    guard isGrid else { return turn }
    var before = 0
    return zip(axes, digits(of: turn)).reduce(0) { position, axis in
      let count = axis.0.values.count
      // A stretch that comes at an odd turn is walked backwards.
      let step = before.isMultiple(of: 2) ? axis.1 : count - 1 - axis.1
      before = before * count + axis.1
      return position * count + step
    }
  }
}
