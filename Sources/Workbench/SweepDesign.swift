// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report
import Tables

/// Which cases a request asks for.
enum SweepDesign {
  /// Most cases that are drawn.
  static let mostSamples = SweepCases.most

  /// The cases of a request, every fault of its options told at once.
  ///
  /// - Throws: `Findings`.
  static func cases(_ request: SweepRequest) throws(Findings) -> SweepCases {
    if let file = request.casesFile {
      guard request.vary.isEmpty, request.sample == nil else {
        throw Findings(Finding("sweep.casesAlone", .error, at: nil))
      }
      return try CasesFile.cases(file, isConfirmed: request.isConfirmed)
    }
    guard !request.vary.isEmpty else { throw Findings(Finding("sweep.noAxis", .error, at: nil)) }
    guard let count = request.sample else {
      return try SweepCases(
        gridOf: each(request.vary) { text, number throws(Findings) in
          let axis = try SweepRange.axis(text, number: number)
          return (axis.path, axis)
        }, isConfirmed: request.isConfirmed)
    }
    return try drawn(count, request)
  }

  /// Cases drawn from ranges and lists.
  private static func drawn(
    _ count: Int, _ request: SweepRequest
  ) throws(Findings) -> SweepCases {
    guard (2...mostSamples).contains(count) else {
      throw Findings(
        Finding(
          "workbench.outOfRange", .error, at: nil,
          ["name": "--sample", "value": "\(count)", "least": "2", "most": "\(mostSamples)"]))
    }
    let axes = try each(request.vary) { text, number throws(Findings) in
      let axis = try SweepRange.drawnAxis(text, number: number)
      return (axis.path, axis)
    }
    let coordinates = LatinHypercube.coordinates(
      points: count, axes: axes.count, seed: request.seed)
    // Neighbours are numbered one after the other: what the engine knows of one helps with the next.
    let rows = PloughedOrder.positions(coordinates).map { point in
      axes.enumerated().map { $1.value(at: coordinates[$0][point]) }
    }
    return try SweepCases(
      listOf: axes.map(\.path), rows: rows, isConfirmed: request.isConfirmed)
  }

  /// Reads each `--vary`, and refuses a path that comes twice.
  private static func each<Axis>(
    _ vary: [String], _ read: (String, Int) throws(Findings) -> (path: String, axis: Axis)
  ) throws(Findings) -> [Axis] {
    var axes: [Axis] = []
    var paths: Set<String> = []
    var findings = Findings()
    for (place, text) in vary.enumerated() {
      do {
        let (path, axis) = try read(text, place + 1)
        if !paths.insert(path).inserted {
          let position = SourcePosition(file: SweepRange.option, line: place + 1)
          findings.add(Finding("sweep.axisTwice", .error, at: position, ["path": path]))
        }
        axes.append(axis)
      } catch {
        findings.add(contentsOf: error)
      }
    }
    try findings.throwIfErrors()
    return axes
  }
}

/// A parameter whose values are drawn.
struct DrawnAxis: Sendable {
  /// Values that can be drawn.
  enum Values: Sendable {
    /// Every value from one to another.
    case span(QuantitySpan)
    /// One of several.
    case list([String])
  }

  /// Path of the parameter.
  let path: String
  let values: Values

  /// The value at a part of the way, from 0 to below 1.
  func value(at part: Double) -> String {
    switch values {
    case .span(let span): span.value(at: part)
    case .list(let values): values[min(values.count - 1, Int(part * Double(values.count)))]
    }
  }
}
