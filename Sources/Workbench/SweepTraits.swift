// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import Report
import RunStore

extension SweepDescription {
  /// What a results file says of a sweep.
  ///
  /// - Parameters:
  ///   - cases: The cases.
  ///   - shard: The share of them.
  ///   - scenario: The study.
  ///   - request: Region, settings and limits.
  ///   - inputs: Files read, with their hashes.
  ///   - solver: Name and version of the solver.
  init(
    _ cases: SweepCases, shard: SweepShard?, _ scenario: Scenario, _ request: PlanRequest,
    inputs: [FileRecord], solver: String
  ) {
    var traits = [
      SweepTrait(.tool, "releve \(ReleveVersion.current)"), SweepTrait(.solver, solver),
    ]
    traits += inputs.enumerated().map { place, file in
      SweepTrait(.input, name: "\(place + 1) \(file.role)", file.sha256, told: file.path)
    }
    if let region = request.study.region { traits.append(SweepTrait(.region, region)) }
    traits += request.study.overrides.enumerated().map { place, text in
      SweepTrait(.setting, name: "\(place + 1)", text)
    }
    if let limit = request.timeLimit { traits.append(SweepTrait(.timeLimit, "\(limit)")) }
    let told = cases.axes.map(\.path).joined(separator: ", ")
    traits.append(SweepTrait(.cases, cases.hash, told: "\(cases.count): \(told)"))
    if let shard { traits.append(SweepTrait(.shard, shard.text)) }
    self.init(
      title: scenario.title, study: request.study.specification,
      axes: cases.axes.map(\.path), wanted: cases.count, shard: shard?.text, traits: traits)
  }
}

extension SweepCases {
  /// Hash of every path and value, in the order of the cases.
  var hash: String {
    var hash = RunningHash()
    var bytes: [UInt8] = []
    // Each text with its length: no two lists give the same bytes.
    func add(_ text: String) { bytes += Array("\(text.utf8.count):\(text)".utf8) }
    for axis in axes { add(axis.path) }
    for number in 0..<count {
      for value in values(of: number) { add(value) }
      guard bytes.count > 1 << 16 else { continue }
      hash.add(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    hash.add(bytes)
    return hash.hexadecimal()
  }
}
